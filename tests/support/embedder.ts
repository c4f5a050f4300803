import { createServer } from 'node:http'
import { freePort } from '~/server/ports'

export const testDimensions = 256

/** Words that mean the same: what a real model has learnt, a test must be told. */
const synonyms: string[][] = [
  ['消声', '降噪', '啸叫', '噪声', '吸声'],
  ['茶叶', '秀芽', '制茶', '杀青'],
  ['电池', '储能', '锂电'],
  ['污水', '废水', '中水'],
]

/** A place among the dimensions for a piece of text (FNV-1a). */
function placeOf(piece: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(piece)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % testDimensions
}

/** A real vector: pairs of characters, and what stands for each word of a group of synonyms, hashed and normalised. */
export function testVector(text: string): number[] {
  const vector = new Array<number>(testDimensions).fill(0)
  const add = (piece: string, weight: number) => (vector[placeOf(piece)] = (vector[placeOf(piece)] ?? 0) + weight)
  const plain = text.replace(/\s+/g, '')
  for (let at = 0; at + 2 <= plain.length; at++) add(plain.slice(at, at + 2), 1)
  synonyms.forEach((group, number) => {
    for (const word of group) if (plain.includes(word)) add(`meaning ${number}`, 12)
  })
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

/** A small server of OpenAI's `/v1/embeddings` that computes vectors, keeps what it was asked, and can be told to be away. */
export async function startEmbedder() {
  const asked: string[] = []
  let mode: 'answers' | 'refuses' | 'short' = 'answers'
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const { input } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { input: string[] }
      asked.push(...input)
      if (mode === 'refuses') return void response.writeHead(503).end('{}')
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: mode === 'short' ? [1] : testVector(text) }))
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ object: 'list', data }))
    })
  })
  const port = await freePort(0)
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    values: { EMBEDDER_URL: `http://127.0.0.1:${port}`, EMBEDDER_MODEL: 'test', EMBEDDER_DIMENSIONS: String(testDimensions) },
    asked,
    set: (next: typeof mode) => void (mode = next),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
