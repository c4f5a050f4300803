#!/usr/bin/env node
// Prisma's command line wants a native schema engine, which it would download. This stands in its place: it speaks the
// same JSON-RPC over standard input and output and hands every call to the WebAssembly build of the same engine, which
// npm delivers. So migrations run on a closed network. Named to Prisma by PRISMA_SCHEMA_ENGINE_BINARY.
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) }
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')))
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

// Given host, port and so on, never a connection string: with a string the adapter's shadow database would be the main one.
function connection(text) {
  const url = new URL(text)
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
  }
}

function argument(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

// OID 18 ("char"), which the catalogue queries return, has no mapping in the adapter: it is read as character(1) and then
// named what the engine expects.
const character = 6 // ColumnTypeEnum.Character
const addFields = pg.Result.prototype.addFields
pg.Result.prototype.addFields = function (fields) {
  for (const field of fields) if (field.dataTypeID === 18) Object.assign(field, { dataTypeID: 1042, isCharacter: true })
  addFields.call(this, fields)
}

function readCharacters(adapter) {
  const { performIO, queryRaw } = adapter
  let fields = []
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query)
    fields = result.fields
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query)
    return { ...result, columnTypes: result.columnTypes.map((type, index) => (fields[index]?.isCharacter ? character : type)) }
  }
}

/** The stock adapter splits a script at every semicolon, also inside a function's body; the server reads it whole. */
function prepared(adapter) {
  readCharacters(adapter)
  adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script))
  return adapter
}

/** The stock adapter drops its shadow database while its own pool still holds it open. */
class Factory extends PrismaPg {
  async connect() {
    return prepared(await super.connect())
  }

  async connectToShadowDb() {
    const main = await this.connect()
    const database = `prisma_shadow_${crypto.randomUUID()}`
    await main.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = prepared(await new PrismaPg({ ...this.config, database }).connect())
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
      await main.dispose()
    }
    return shadow
  }
}

const datasource = JSON.parse(argument('--datasource') ?? '{}')
const factory = bindMigrationAwareSqlAdapterFactory(new Factory(connection(datasource.url)))
let engine

const renamed = { getDatabaseVersion: 'version' }

const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')

async function answer(call) {
  if (call.method === undefined) return
  const method = renamed[call.method] ?? call.method
  try {
    engine ??= await (await loadEngine()).new({ datamodels: [['stub.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']] }, () => {}, factory)
    const result = (await engine[method](call.params ?? {})) ?? null
    // The native engine prints a diff by calling back; the WebAssembly one returns it.
    if (result?.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
    send({ id: call.id, result })
  } catch (error) {
    const known = error?.meta ? { message: error.message, error_code: error.code, meta: error.meta } : { message: String(error?.message ?? error) }
    send({ id: call.id, error: { code: 4466, message: known.message, data: { is_panic: false, ...known } } })
  }
}

/** The two commands that Prisma runs as a process of their own, before any call: is the database there, and make it. */
async function command(name) {
  const target = connection(datasource.url)
  const client = new pg.Client({ ...target, database: name === 'create-database' ? 'postgres' : target.database })
  try {
    await client.connect()
    if (name === 'create-database') await client.query(`CREATE DATABASE "${target.database.replaceAll('"', '""')}"`)
    await client.end()
    return 0
  } catch (error) {
    const code = error.code === '3D000' ? 'P1003' : error.code === '28P01' ? 'P1000' : 'P1001'
    const fields = { error_code: code, message: error.message }
    process.stderr.write('\n' + JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields }))
    return 1
  }
}

if (process.argv.includes('cli')) process.exit(await command(process.argv.at(-1)))

let queue = Promise.resolve()
createInterface({ input: process.stdin })
  .on('line', (line) => (queue = queue.then(() => answer(JSON.parse(line)))))
  .on('close', () => queue.then(() => process.exit(0)))
