import { z } from 'zod'

/** A server that turns texts into vectors, as OpenAI's `/v1/embeddings` does. */
export type Embedder = { url: string; model: string; dimensions: number; apiKey?: string }

/** What a document's vector is called in Meilisearch. */
export const vectorName = 'meaning'

let current: Embedder | null = null

/** Says whether this process has an embedder; null: it has none, and everything is as without one. */
export function setEmbedder(embedder: Embedder | null): void {
  current = embedder
}
export const embedder = (): Embedder | null => current

/** The embedder is away, refuses, or answers what it should not. */
export class EmbedderError extends Error {
  override name = 'EmbedderError'
}

const answerSchema = z.object({ data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()) })) })

/** The address to post to: what was given, or the usual path below it. */
function addressOf(url: string): string {
  const path = new URL(url).pathname.replace(/\/+$/, '')
  if (path.endsWith('/embeddings')) return url
  return new URL(path.endsWith('/v1') ? `${path}/embeddings` : `${path}/v1/embeddings`, url).href
}

/** Of length one, so that the product of two is the cosine between them. */
function normalised(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length) || length === 0) throw new EmbedderError('the embedder answered a vector without a direction')
  return vector.map((value) => value / length)
}

/** The vectors of texts, in their order, in one request. Throws `EmbedderError`; waits at most `timeoutMs`. A network call: never inside a transaction. */
export async function embed({ url, model, dimensions, apiKey }: Embedder, texts: readonly string[], timeoutMs = 30_000): Promise<number[][]> {
  if (texts.length === 0) return []
  try {
    const response = await fetch(addressOf(url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(apiKey && { Authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    if (!response.ok) throw new EmbedderError(`the embedder answered ${response.status}`)
    const vectors = new Map(answerSchema.parse(await response.json()).data.map(({ index, embedding }) => [index, embedding]))
    return texts.map((_, index) => {
      const vector = vectors.get(index)
      if (vector?.length !== dimensions) throw new EmbedderError(`the embedder answered ${vector?.length ?? 0} numbers where EMBEDDER_DIMENSIONS says ${dimensions}`)
      return normalised(vector)
    })
  } catch (error) {
    throw error instanceof EmbedderError ? error : new EmbedderError(`the embedder did not answer as it should: ${error instanceof Error ? error.message : String(error)}`)
  }
}
