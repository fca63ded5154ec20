// Stands in for style sheets, pictures and fonts, which a test does not look at.
export default '';
