/**
 * How Node runs the web process. A request leaves many short-lived things behind; with a young generation of 16 MB (Node's own
 * choice) a tenth of the time goes into moving them about.
 */
export const webArguments = ['--max-semi-space-size=64', '--import', 'tsx', 'server.ts', 'web']
