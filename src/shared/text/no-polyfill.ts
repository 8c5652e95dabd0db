/** Stands in for the polyfills that `twitter-text` asks for: every host here has had them natively for years. */
export {}
