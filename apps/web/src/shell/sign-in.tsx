import { ProblemError } from '@kuashan/contract/client.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { FrontCard } from './front-card.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface SignInProps {
  /** Why the session could not be read; to be signed out is no trouble. */
  error: Error | null
  onLanguage: (language: Language) => void
}

const isSignedOut = (error: Error): boolean =>
  error instanceof ProblemError && error.problem.status === 401

export function SignIn({ error, onLanguage }: SignInProps) {
  return (
    <FrontCard onLanguage={onLanguage}>
      <SignInForm error={error && !isSignedOut(error) ? error : null} />
    </FrontCard>
  )
}
