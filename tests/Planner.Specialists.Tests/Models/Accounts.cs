using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Spending;
using Planner.Core.LanguageModels;
using Planner.Core.Text.Secrets;
using Planner.Durability;
using Planner.Specialists.Models.Calls;

namespace Planner.Specialists.Tests.Models;

/// <summary>Calls of models for tests.</summary>
internal static class Accounts
{
    /// <summary>Calls that are kept and counted in a store.</summary>
    public static ModelCalls Calls(ILanguageModel model, IArtifactStore store, ModelTerms? terms = null, IJournal? journal = null)
    {
        var (prices, budget) = terms ?? ModelTerms.None;
        return new(model, new TurnLedger(store), new CallAccount(new SpendingBook(store), prices, budget, journal), Redactor.Bare);
    }
}
