using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Adds the risks that the facts raise; one without a task that answers it is not raised.</summary>
internal sealed class RisksRule : IRule
{
    /// <summary>All risks, in the order in which they are told.</summary>
    internal static readonly IRisk[] Catalogue =
    [
        new MigrationLockRisk(), new RollbackLossRisk(), new OpenColumnRisk(), new DroppedColumnRisk(),
        new ChangedNumbersRisk(), new DoubleLoadRisk(),
        new OutsideRisk(), new RaceRisk(), new MoneyRisk(), new CallersRisk(), new PersonalDataRisk(), new DeletionRisk(),
        new ForeignRowRisk(), new ContractRisk(),
    ];

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var raised = Catalogue.Where(r => r.Specialist == draft.Specialist).Select(r => r.Find(brief, draft)).OfType<Risk>();
        foreach (var risk in raised.Where(r => r.Tasks.Count > 0))
        {
            draft.Risks.Add(risk with { Id = draft.Id("risk-" + risk.Id) });
        }
    }
}
