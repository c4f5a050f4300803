export default {
  'api.title': '数据接口',
  'api.lead': '公开数据可以用程序读取：JSON 格式，金额是以元为单位的文本，时间按 RFC 3339。列表用 limit 和 cursor 翻页，返回 ETag。',
  'api.document': '机器可读的接口说明（OpenAPI 3.1）',
  'api.operations': '接口一览',
  'api.path': '地址',
  'api.summary': '用途',
  'api.limit': 'limit 要在 1 到 100 之间',
  'api.cursor': 'cursor 不对：请原样使用上一页返回的 nextCursor',
} as const
