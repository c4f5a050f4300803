import type { DocumentFacts, SearchDocument } from '#search/document'
import { embed, EmbedderError, setEmbedder, type Embedder } from '#search/embedder'
import { db } from '~/domain/kernel/db.server'
import { env } from '~/env.server'
import { enqueueWith } from '~/jobs/enqueue'
import * as repo from './vectors-repo.server'

/*
 * The vectors of texts, where an embedder is configured. Each is computed once for a text and a model and kept beside its row. The embedder
 * gets what the search index has of a record, nothing else; while it is away records are indexed without, and a later job makes up for it.
 */

/** So many texts go into one request. */
const batch = 32
/** Of a text so many characters are embedded: a text says at its beginning what it is about. */
const longest = 2_000
/** How long one request may take, in ms: the record that waits for it can be found only then. */
const patience = 10_000
/** An embedder that failed is left alone for this long, in ms: nobody waits for it meanwhile. */
const leaveFor = 60_000
let awayUntil = 0

/** The embedder of this process, as the environment says; null without one. */
export function useEmbedder(): Embedder | null {
  const { EMBEDDER_URL: url, EMBEDDER_MODEL: model, EMBEDDER_DIMENSIONS: dimensions, EMBEDDER_API_KEY: apiKey } = env()
  const embedder = url ? { url, model, dimensions, ...(apiKey && { apiKey }) } : null
  setEmbedder(embedder)
  return embedder
}

/** Names the model: of another one every vector is another. */
export const modelOf = ({ model, dimensions }: Embedder) => `${model}/${dimensions}`
const markOf = (embedder: Embedder, hash: string) => `${modelOf(embedder)} ${hash}`

/** What is embedded of a record. The name of a person or an organisation says nothing of what they do. */
function textOf({ type, title, keywords, summary, body }: DocumentFacts): string {
  const named = type === 'expert' || type === 'broker' || type === 'institute'
  return [named ? '' : title, keywords.join('、'), summary, body].filter(Boolean).join('\n').slice(0, longest)
}

export type Given = { id: string; mark: string; vector: readonly number[] }

/** The vectors of texts, for those that have any. Throws `EmbedderError`. */
async function computed(embedder: Embedder, all: readonly DocumentFacts[]): Promise<Given[]> {
  const said = all.filter((facts) => textOf(facts) !== '')
  const given: Given[] = []
  for (let from = 0; from < said.length; from += batch) {
    const some = said.slice(from, from + batch)
    const vectors = await embed(embedder, some.map(textOf), patience)
    given.push(...some.map(({ id, hash }, index) => ({ id, mark: markOf(embedder, hash), vector: vectors[index] ?? [] })))
  }
  return given
}

/** The embedder failed: it is left alone for a while, and then asked by a job. Asked for by many, it is one. */
async function leaveAlone(): Promise<void> {
  if (Date.now() >= awayUntil) awayUntil = Date.now() + leaveFor
  await enqueueWith(db())('search.vectors', {}, { key: 'search.vectors', runAt: new Date(awayUntil) })
}

const withVector = (document: SearchDocument, vector: ArrayLike<number> | undefined): SearchDocument => ({ ...document, _vectors: { meaning: vector ? Array.from(vector) : null } })

/** The same documents, each with its vector, or null for one that has none (yet); as they are without an embedder. A network call: never inside a transaction. */
export async function withVectors(documents: SearchDocument[]): Promise<SearchDocument[]> {
  const embedder = useEmbedder()
  if (!embedder) return documents
  const hashes = new Map(documents.map(({ id, hash }) => [id, hash]))
  const stored = await repo.vectorsOf(db(), [...hashes.keys()])
  const vectors = new Map<string, ArrayLike<number>>(stored.filter(({ id, mark }) => mark === markOf(embedder, hashes.get(id) ?? '')).map(({ id, vector }) => [id, vector]))
  const missing = documents.filter(({ id }) => !vectors.has(id))
  try {
    if (missing.length > 0 && Date.now() < awayUntil) throw new EmbedderError('the embedder was away a moment ago')
    const given = await computed(embedder, missing)
    await repo.keepVectors(db(), given)
    for (const { id, vector } of given) vectors.set(id, vector)
  } catch (error) {
    if (!(error instanceof EmbedderError)) throw error
    await leaveAlone()
  }
  return documents.map((document) => withVector(document, vectors.get(document.id)))
}

/** Vectors for a portion of what has none of its text yet; they are to be kept once the index has them. Throws `EmbedderError` while the embedder is away. */
export async function missingVectors(): Promise<Given[]> {
  const embedder = useEmbedder()
  if (!embedder) return []
  awayUntil = 0
  const facts = (await repo.factsWithout(db(), modelOf(embedder), 1_000)).filter((one) => textOf(one) !== '')
  return computed(embedder, facts.slice(0, batch * 4))
}

/** Documents with vectors that were computed for them a moment ago; those whose text is another by now are left out. */
export function documentsWith(documents: readonly SearchDocument[], given: readonly Given[]): SearchDocument[] {
  const embedder = useEmbedder()
  const vectors = new Map(given.map(({ id, mark, vector }) => [`${id} ${mark}`, vector]))
  return documents.flatMap((document) => {
    const vector = embedder && vectors.get(`${document.id} ${markOf(embedder, document.hash)}`)
    return vector ? [withVector(document, vector)] : []
  })
}

export const keepVectors = (given: readonly Given[]): Promise<void> => repo.keepVectors(db(), given)
