const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

/** The headers of a file to be saved, its name in any language (RFC 6266, RFC 8187). */
export function fileHeaders(type: keyof typeof types, name: string): HeadersInit {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return { 'Content-Type': types[type], 'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`, 'Cache-Control': 'private, no-cache' }
}
