import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { searchClient } from '#search/client'
import { documentOf, type SearchSource } from '#search/document'
import { checkMeilisearch } from '#search/embedded'
import { deleteDocuments, ensureIndex, indexedHashes, putDocuments, rebuild, SearchTaskError, waitForTask } from '#search/index-writer'
import { emptyQuery, search } from '#search/query'
import { documents, ids, index, key, now, useFilledIndex } from '#tests/support/filled-index'

const { own, find } = useFilledIndex()

describe('the index', () => {
  it('finds a document that is put and loses one that is deleted', async () => {
    const source: SearchSource = {
      type: 'expert', id: 'e-new', title: '欧阳', summary: '研究量子密钥分发', body: '', keywords: ['量子密钥'], version: 1, publishedAt: now,
    }
    await waitForTask(own.client, (await putDocuments(own.client, index, [documentOf(source, now)])).taskUid)
    expect(ids(await find({ q: '量子密钥' }))).toEqual(['e-new'])
    await waitForTask(own.client, (await deleteDocuments(own.client, index, ['expert_e-new'])).taskUid)
    expect((await find({ q: '量子密钥' })).hits).toEqual([])
  })

  it('is rebuilt while searches run, and what changed meanwhile is replayed', async () => {
    const all = documents()
    const late = documentOf({ type: 'broker', id: 'b-late', title: '临江技术经纪', summary: '', body: '', keywords: [], version: 1, publishedAt: now }, now)
    let running = true
    let searches = 0
    const searching = (async () => {
      while (running) {
        expect((await find({ q: '自动驾驶' })).total).toBeGreaterThan(0)
        searches++
      }
    })()
    const progress: number[] = []
    const rebuilt = await rebuild({
      client: own.client, indexName: index, now,
      sources: (async function* () { yield all.slice(0, 20); yield []; yield all.slice(20) })(),
      changedSince: async function* (started) {
        expect(started).toEqual(now)
        yield { put: [late], remove: ['need_n-5g'] }
      },
      onProgress: ({ indexed }) => progress.push(indexed),
    })
    running = false
    await searching
    expect(searches).toBeGreaterThan(0)
    expect(rebuilt.documents).toBe(all.length)
    expect(progress.at(-1)).toBe(all.length)
    expect(ids(await find({ q: '临江' }))).toEqual(['b-late'])
    expect(ids(await find({ q: '5G' }))).not.toContain('n-5g')
    expect((await own.client.getRawIndexes()).results.map(({ uid }) => uid)).toEqual([index])
    const hashes: string[] = []
    for await (const page of indexedHashes(own.client, index)) hashes.push(...page.map(({ id }) => id))
    expect(hashes.sort()).toEqual([...all.map(({ id }) => id).filter(id => id !== 'need_n-5g'), 'broker_b-late'].sort())
  })

  it('tells an index of other settings from its own', async () => {
    expect(await ensureIndex(own.client, index)).toEqual({ created: false, stale: false })
    await waitForTask(own.client, (await own.client.index(index).updateSynonyms({})).taskUid)
    expect(await ensureIndex(own.client, index)).toEqual({ created: false, stale: true })
    await rebuild({ client: own.client, indexName: index, now, sources: (async function* () { yield documents() })(), changedSince: async function* () { /* nothing changed */ } })
    expect(await ensureIndex(own.client, index)).toEqual({ created: false, stale: false })
  })

  it('throws what Meilisearch says when a task fails', async () => {
    const { taskUid } = await own.client.index(index).addDocuments([{ title: 'no id' }])
    await expect(waitForTask(own.client, taskUid)).rejects.toThrow(SearchTaskError)
    await expect(waitForTask(own.client, taskUid)).rejects.toThrow(/id/)
  })
})

describe('the embedded server', () => {
  it('answers with its version, and refuses a wrong key', async () => {
    expect((await checkMeilisearch(own.server.host, key)).version).toMatch(/^1\./)
    await expect(checkMeilisearch(own.server.host, 'wrong')).rejects.toThrow(/API key/)
    await expect(find({ q: 'x' })).resolves.toBeDefined()
  })

  it('gives up on a server that does not answer, in the time it was given', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const impatient = searchClient({ host: `http://127.0.0.1:${port}`, apiKey: key, timeoutMs: 200 })
    const started = performance.now()
    await expect(search(impatient, index, { ...emptyQuery, q: '虫害' }, { now })).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(1_000)
    silent.close()
  })
})
