import type { Language } from '@kuashan/core/words/language.ts'
import { colours, fonts } from '@kuashan/ui/tokens.ts'
import type { ThemeConfig } from 'antd'

/** What is selected: the brand’s colour thinned on white. Brand on it has a contrast of 6 : 1. */
const chosenGround = '#dcece7'

/** Chinese fonts draw an English apostrophe as wide as a character, so English is set in a Latin font first. */
const fontsOf = (language: Language): string =>
  language === 'en' ? `"Noto Sans", "Segoe UI", "DejaVu Sans", ${fonts}` : fonts

/** The look of the app, for antd. Placeholders and hints are dark enough to read (4.5 : 1). */
export const lookIn = (language: Language): ThemeConfig => ({
  token: {
    colorPrimary: colours.brand,
    colorLink: colours.brand,
    colorLinkHover: '#0a4a3e',
    colorLinkActive: '#0a4a3e',
    colorInfo: colours.brand,
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: colours.quiet,
    colorTextDisabled: colours.quiet,
    colorSuccess: colours.good,
    colorWarning: colours.warn,
    colorError: colours.bad,
    colorSuccessBg: '#f1faf5',
    colorWarningBg: '#fff3e0',
    colorErrorBg: '#fdecea',
    colorInfoBg: '#eef5f2',
    controlItemBgActive: chosenGround,
    // A button at work stays as readable as any; its sign turns.
    opacityLoading: 1,
    // Nothing moves for those who asked their system for that.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily: fontsOf(language),
    fontSize: 15,
    borderRadius: 6,
  },
  components: {
    Layout: { headerHeight: 56 },
    Menu: { itemSelectedBg: chosenGround, itemSelectedColor: colours.brand },
    Table: { rowSelectedBg: chosenGround, rowSelectedHoverBg: chosenGround },
  },
})
