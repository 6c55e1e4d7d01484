import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

/** Names the app itself in the page, so that it is fetched beside the code that begins, not after it. */
const hintApp: Plugin = {
  name: 'hint-app',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const wanted = new Set<string>()
      const want = (name: string) => {
        const chunk = bundle[name]
        if (wanted.has(name) || chunk?.type !== 'chunk') return
        wanted.add(name)
        for (const other of chunk.imports) want(other)
      }
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/src/main.tsx'))
          want(chunk.fileName)
      return [...wanted].map(
        (name): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        }),
      )
    },
  },
}

export default defineConfig({
  plugins: [react(), hintApp],
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 2000 },
})
