/** What a sign is called where no rule knows better. Signs that are not here are silent. */
export const symbols: Readonly<Record<string, string>> = {
  '&': 'and', '+': 'plus', '=': 'equals', '@': 'at', '%': 'percent', '‰': 'per thousand', '#': 'number', '°': 'degrees',
  '§': 'section', '¶': 'paragraph', '©': 'copyright',
  '×': 'times', '÷': 'divided by', '±': 'plus or minus', '∓': 'minus or plus', '−': 'minus', '⋅': 'times', '∗': 'times',
  '<': 'less than', '>': 'greater than', '≤': 'less than or equal to', '≥': 'greater than or equal to',
  '⩽': 'less than or equal to', '⩾': 'greater than or equal to', '≪': 'much less than', '≫': 'much greater than',
  '≠': 'is not equal to', '≈': 'approximately equals', '≃': 'approximately equals', '≅': 'is congruent to',
  '≡': 'is identical to', '∝': 'is proportional to', '≔': 'is defined as', '∼': 'is similar to',
  '→': 'to', '←': 'from', '↑': 'up', '↓': 'down', '↔': 'to and from', '⇒': 'implies', '⟹': 'implies', '⇐': 'follows from',
  '⇔': 'if and only if', '⟺': 'if and only if', '⟶': 'to', '↦': 'maps to',
  '∞': 'infinity', '√': 'the square root of', '∛': 'the cube root of', '∑': 'the sum of', '∏': 'the product of',
  '∫': 'the integral of', '∂': 'partial', '∆': 'delta', '∇': 'nabla', '∈': 'in', '∉': 'not in', '∋': 'contains',
  '⊂': 'is a subset of', '⊆': 'is a subset of', '⊃': 'is a superset of', '⊇': 'is a superset of', '∪': 'union',
  '∩': 'intersection', '∅': 'the empty set', '∀': 'for all', '∃': 'there exists', '∄': 'there does not exist',
  '∧': 'and', '∨': 'or', '¬': 'not', '∴': 'therefore', '∵': 'because', '⊥': 'is perpendicular to', '∥': 'is parallel to',
  '∠': 'angle', '℃': 'degrees Celsius', '℉': 'degrees Fahrenheit', '№': 'number', '℅': 'care of', '℮': 'estimated',
  '$': 'dollar', '£': 'pound', '€': 'euro', '¥': 'yen', '¢': 'cent', '₹': 'rupee', '₽': 'rouble', '₩': 'won', '₺': 'lira',
  '₪': 'shekel', '₫': 'dong', '₴': 'hryvnia', '₦': 'naira', '฿': 'baht', '₱': 'peso', '₿': 'bitcoin',
  '♯': 'sharp', '♭': 'flat', '♮': 'natural', '✓': 'check', '✔': 'check', '✗': 'cross', '✘': 'cross', '★': 'star', '☆': 'star',
  '♀': 'female', '♂': 'male', '⌘': 'command', '⌥': 'option', '⇧': 'shift', '⌃': 'control', '\\': 'backslash',
}; // prettier-ignore

/** Greek letters that stand alone. */
export const greekLetters: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ϵ: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ϑ: 'theta',
  ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', µ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', σ: 'sigma',
  ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'gamma', Δ: 'delta',
  Θ: 'theta', Λ: 'lambda', Ξ: 'xi', Π: 'pi', Σ: 'sigma', Φ: 'phi', Ψ: 'psi', Ω: 'omega',
}; // prettier-ignore
