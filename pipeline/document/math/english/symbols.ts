/** Signs as they are said between what they join. */
export const operators: Readonly<Record<string, string>> = {
  '+': 'plus', '−': 'minus', '-': 'minus', '±': 'plus or minus', '∓': 'minus or plus', '×': 'times', '⋅': 'times', '·': 'times', '∗': 'star', '*': 'star',
  '÷': 'divided by', '/': 'over', '∘': 'composed with', '⊕': 'direct sum', '⊗': 'tensor', '∪': 'union', '∩': 'intersection', '∖': 'without', '\\': 'without',
  '∧': 'and', '∨': 'or', '△': 'symmetric difference', '⋆': 'star', '†': 'dagger', '∙': 'dot', '•': 'dot',
}; // prettier-ignore

export const relations: Readonly<Record<string, string>> = {
  '=': 'equals', '≠': 'is not equal to', '<': 'is less than', '>': 'is greater than', '≤': 'is less than or equal to', '≥': 'is greater than or equal to',
  '⩽': 'is less than or equal to', '⩾': 'is greater than or equal to', '≪': 'is much less than', '≫': 'is much greater than', '≈': 'is approximately',
  '≡': 'is equivalent to', '∼': 'is similar to', '≃': 'is asymptotically equal to', '≅': 'is congruent to', '∝': 'is proportional to', '∈': 'is in', '∉': 'is not in', '∋': 'contains',
  '⊂': 'is contained in', '⊆': 'is contained in or equal to', '⊊': 'is properly contained in', '⊄': 'is not contained in', '⊃': 'contains', '⊇': 'contains or equals', '→': 'to', '⟶': 'to', '←': 'from', '↦': 'maps to', '⟼': 'maps to',
  '⇒': 'implies', '⟹': 'implies', '⇐': 'is implied by', '⟸': 'is implied by', '⇔': 'if and only if', '⟺': 'if and only if', '↔': 'if and only if', '∥': 'is parallel to', '⊥': 'is perpendicular to', '⟂': 'is perpendicular to', '≔': 'is defined as', ':=': 'is defined as',
  '≺': 'precedes', '≻': 'succeeds', '⊢': 'proves', '⊨': 'models', '↑': 'up to', '↓': 'down to', '≮': 'is not less than', '≯': 'is not greater than', '≰': 'is not less than or equal to', '≱': 'is not greater than or equal to', '∤': 'does not divide', '≢': 'is not equivalent to',
}; // prettier-ignore

/** Signs that stand for something by themselves. */
export const things: Readonly<Record<string, string>> = {
  '∞': 'infinity', '∅': 'the empty set', '∇': 'del', '∂': 'partial', 'ℏ': 'h bar', 'ℓ': 'l', '%': 'percent', '∴': 'therefore', '∵': 'because', '°': 'degrees', 'ℵ': 'aleph',
  'ℝ': 'the real numbers', 'ℕ': 'the natural numbers', 'ℤ': 'the integers', 'ℚ': 'the rational numbers', 'ℂ': 'the complex numbers', '⊤': 'top', '∠': 'angle', '△': 'triangle', '□': 'square', 'ı': 'i', 'ȷ': 'j', '$': 'dollars', '£': 'pounds', '€': 'euros', '#': 'number', '&': 'and', 'ℜ': 'the real part', 'ℑ': 'the imaginary part', '℘': 'p',
}; // prettier-ignore

/** Signs said before what they belong to. */
export const prefixes: Readonly<Record<string, string>> = {
  '∀': 'for all', '∃': 'there exists', '∄': 'there is no', '¬': 'not', '#': 'the number of', '√': 'the square root of', '∴': 'therefore', '∵': 'because', '∠': 'angle', '△': 'triangle',
}; // prettier-ignore

/** Signs that gather: with limits under and over them. */
export const bigOperators: Readonly<Record<string, string>> = {
  '∑': 'the sum', '∏': 'the product', '∐': 'the coproduct', '∫': 'the integral', '∬': 'the double integral', '∭': 'the triple integral', '∮': 'the contour integral',
  '⋃': 'the union', '⋂': 'the intersection', '⨁': 'the direct sum', '⨂': 'the tensor product', '⋀': 'the conjunction', '⋁': 'the disjunction',
}; // prettier-ignore

/** Named functions; all are said with “of” before what they are applied to. */
export const functions: Readonly<Record<string, string>> = {
  sin: 'sine', cos: 'cosine', tan: 'tangent', cot: 'cotangent', sec: 'secant', csc: 'cosecant', arcsin: 'arc sine', arccos: 'arc cosine', arctan: 'arc tangent',
  sinh: 'hyperbolic sine', cosh: 'hyperbolic cosine', tanh: 'hyperbolic tangent', coth: 'hyperbolic cotangent', log: 'log', lg: 'log', ln: 'the natural log', exp: 'the exponential', det: 'the determinant', dim: 'the dimension', ker: 'the kernel',
  gcd: 'the greatest common divisor', lcm: 'the least common multiple', max: 'the maximum', min: 'the minimum', sup: 'the supremum', inf: 'the infimum', lim: 'the limit', limsup: 'the limit superior', liminf: 'the limit inferior', 'lim sup': 'the limit superior', 'lim inf': 'the limit inferior', argmax: 'the argument of the maximum', argmin: 'the argument of the minimum', 'arg max': 'the argument of the maximum', 'arg min': 'the argument of the minimum',
  Pr: 'the probability', Var: 'the variance', Cov: 'the covariance', arg: 'the argument', deg: 'the degree', hom: 'hom', sgn: 'the sign', rank: 'the rank', tr: 'the trace', Re: 'the real part', Im: 'the imaginary part', 'ℜ': 'the real part', 'ℑ': 'the imaginary part', diag: 'the diagonal matrix', erf: 'the error function', span: 'the span',
}; // prettier-ignore

export const accents: Readonly<Record<string, string>> = {
  'ˆ': 'hat', '^': 'hat', '¯': 'bar', 'ˉ': 'bar', '‾': 'bar', '_': 'underlined', '~': 'tilde', '˜': 'tilde', '˙': 'dot', '¨': 'double dot', '⃛': 'triple dot', '…': 'triple dot', 'ˇ': 'check', '˘': 'breve', '´': 'acute', '`': 'grave', '˚': 'ring', '∘': 'ring',
}; // prettier-ignore

export const greek: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ϵ: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ϑ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron',
  π: 'pi', ϖ: 'pi', ρ: 'rho', ϱ: 'rho', σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // prettier-ignore

/** Units after a number: one of them, and several. */
export const units: Readonly<Record<string, readonly [one: string, several: string]>> = {
  m: ['meter', 'meters'], km: ['kilometer', 'kilometers'], cm: ['centimeter', 'centimeters'], mm: ['millimeter', 'millimeters'], nm: ['nanometer', 'nanometers'], μm: ['micrometer', 'micrometers'], s: ['second', 'seconds'], ms: ['millisecond', 'milliseconds'], min: ['minute', 'minutes'], h: ['hour', 'hours'],
  g: ['gram', 'grams'], kg: ['kilogram', 'kilograms'], mg: ['milligram', 'milligrams'], t: ['ton', 'tons'], N: ['newton', 'newtons'], J: ['joule', 'joules'], kJ: ['kilojoule', 'kilojoules'], W: ['watt', 'watts'], kW: ['kilowatt', 'kilowatts'], kWh: ['kilowatt hour', 'kilowatt hours'], V: ['volt', 'volts'], A: ['ampere', 'amperes'], Ω: ['ohm', 'ohms'],
  K: ['kelvin', 'kelvins'], C: ['coulomb', 'coulombs'], Hz: ['hertz', 'hertz'], kHz: ['kilohertz', 'kilohertz'], MHz: ['megahertz', 'megahertz'], GHz: ['gigahertz', 'gigahertz'], Pa: ['pascal', 'pascals'], kPa: ['kilopascal', 'kilopascals'], mol: ['mole', 'moles'], L: ['liter', 'liters'], l: ['liter', 'liters'], mL: ['milliliter', 'milliliters'], eV: ['electron volt', 'electron volts'], rad: ['radian', 'radians'], T: ['tesla', 'teslas'], F: ['farad', 'farads'],
  dB: ['decibel', 'decibels'], B: ['byte', 'bytes'], kB: ['kilobyte', 'kilobytes'], MB: ['megabyte', 'megabytes'], GB: ['gigabyte', 'gigabytes'],
}; // prettier-ignore
