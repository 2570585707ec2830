namespace Planner.Core.LanguageModels;

/// <summary>
/// What one consultation took. It is kept with the opinion that came of it, so that it is counted once, however often the run
/// was killed and went on.
/// </summary>
/// <param name="Mode">How the specialist thought: <c>rules</c>, or a kind of model.</param>
/// <param name="Deployment">The deployment that was called; null for rules.</param>
/// <param name="InputTokens">Tokens sent; 0 for rules.</param>
/// <param name="OutputTokens">Tokens received; 0 for rules.</param>
/// <param name="CostUsd">US dollars; 0 for rules.</param>
public sealed record LedgerEntry(string Mode, string? Deployment = null, long InputTokens = 0, long OutputTokens = 0, decimal CostUsd = 0);
