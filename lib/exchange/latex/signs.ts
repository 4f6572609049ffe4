/**
 * Letters and signs, and the commands of LaTeX that set them. Every command here is known to plain LaTeX with the
 * fonts of its T1 encoding, and to biber. Source: the LaTeX Companion's tables, and `utf8enc.dfu` of LaTeX itself.
 */

/** Reads a table whose words are each a sign with the name of its command right behind. */
function table(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((word) => [word.slice(0, 1), word.slice(1)]));
}

/** The marks that combine with the letter before them. */
export const ACCENTS = table(
  '\u0300` \u0301\' \u0302^ \u0303~ \u0304= \u0306u \u0307. \u0308" \u030Ar \u030BH \u030Cv \u0323d \u0326textcommabelow ' +
    '\u0327c \u0328k \u0331b',
);

/** Letters that are none with an accent; the name of the command is how they are written without them. */
export const LETTERS = table('ßss æae ÆAE œoe ŒOE øo ØO łl ŁL đdj ĐDJ ðdh ÐDH þth ÞTH ŋng ŊNG ıi ȷj');

/** Signs of text, those that mean something to TeX first. */
export const SIGNS = table(
  '\\textbackslash {textbraceleft }textbraceright ~textasciitilde ^textasciicircum <textless >textgreater |textbar ' +
    '–textendash —textemdash ‘textquoteleft ’textquoteright “textquotedblleft ”textquotedblright ‚quotesinglbase ' +
    '„quotedblbase «guillemotleft »guillemotright ‹guilsinglleft ›guilsinglright …textellipsis ¡textexclamdown ' +
    '¿textquestiondown §textsection ¶textparagraph †textdagger ‡textdaggerdbl •textbullet ·textperiodcentered ' +
    '©textcopyright ®textregistered ™texttrademark £textsterling €texteuro ¥textyen ¢textcent °textdegree ' +
    '‰textperthousand µtextmu ªtextordfeminine ºtextordmasculine ¼textonequarter ½textonehalf ¾textthreequarters ' +
    '¹textonesuperior ²texttwosuperior ³textthreesuperior −textminus',
);

/** Signs that stand in formulas only. */
export const MATH_SIGNS = table(
  'αalpha βbeta γgamma δdelta εvarepsilon ϵepsilon ζzeta ηeta θtheta ϑvartheta ιiota κkappa λlambda μmu νnu ξxi πpi ' +
    'ρrho ςvarsigma σsigma τtau υupsilon φvarphi ϕphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ' +
    'ΥUpsilon ΦPhi ΨPsi ΩOmega ×times ÷div ±pm ∓mp ≤leq ≥geq ≪ll ≫gg ≠neq ≈approx ≡equiv ∼sim ≃simeq ≅cong ∝propto ' +
    '∞infty →rightarrow ←leftarrow ↔leftrightarrow ⇒Rightarrow ⇔Leftrightarrow ↦mapsto ∈in ∉notin ⊂subset ⊆subseteq ' +
    '⊃supset ∪cup ∩cap ∅emptyset ∀forall ∃exists ∇nabla ∂partial ∑sum ∏prod ∫int √surd ⊗otimes ⊕oplus ∧wedge ∨vee ' +
    '¬neg ⊥perp ∥parallel ∘circ ⋅cdot ∗ast ⋆star ℓell ℏhbar ℵaleph ′prime ⟨langle ⟩rangle',
);

/** Digits that stand lower or higher, and the commands that set them so. */
export const SCRIPTS: readonly (readonly [digits: string, command: string])[] = [
  ['₀₁₂₃₄₅₆₇₈₉', 'textsubscript'],
  ['⁰¹²³⁴⁵⁶⁷⁸⁹', 'textsuperscript'],
];
