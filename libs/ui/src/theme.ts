import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 7 carries white text, shade 3 stands on dark grey: both above 4.5:1. */
const plexus: MantineColorsTuple = ['#eaf1ff', '#d5e2fc', '#a9c4f7', '#86aef6', '#5c8dee', '#3f78e6', '#2a68dd', '#1d5bd0', '#164cb0', '#103c8e'];
const dark: MantineColorsTuple = ['#e6e9ee', '#c3c9d2', '#a9b1bd', '#8a94a3', '#4a5362', '#363e4b', '#262d38', '#1b212b', '#141920', '#0e1217'];
const gray: MantineColorsTuple = ['#f5f7f9', '#eef1f4', '#e3e7ec', '#d3d9e0', '#b6bfca', '#8b96a5', '#616d7d', '#4c5665', '#333c49', '#1c2430'];

/** Mantine in our measure: small, calm, the focus always visible. Colours that mean something are in tokens.css. */
export const theme = createTheme({
  colors: { plexus, dark, gray },
  primaryColor: 'plexus',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#1c2430',
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.3125rem', lineHeight: '1.3' }, h2: { fontSize: '1rem', lineHeight: '1.4' }, h3: { fontSize: '0.875rem', lineHeight: '1.45' } } },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    // Hidden while its button is out of sight, a menu would lose the focus, and the next key would close it: when a colleague's change
    // moves the page, or the page is scrolled.
    Popover: { defaultProps: { hideDetached: false } },
    // Its empty focusable element is not allowed inside role=menu; the first item takes the focus instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, returnFocus: true, hideDetached: false } },
    Modal: { defaultProps: { radius: 'lg', centered: true } },
  },
});
