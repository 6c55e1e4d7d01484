import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './app.css'
import { isWorthAnotherTry } from './server/server.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (tries, error) => tries < 2 && isWorthAnotherTry(error) },
  },
})

createRoot(document.getElementById('app')!).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
)
