using Planner.Core.Specialists.Rules.Api;
using Planner.Core.Specialists.Rules.Database;
using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Etl;
using Planner.Core.Specialists.Rules.Risks;
using Planner.Core.Specialists.Rules.Service;

namespace Planner.Core.Specialists.Rules;

/// <summary>What a specialist knows: its rules, in the order in which they are applied.</summary>
internal sealed record Area(string Name, IReadOnlyList<IRule> Rules)
{
    private static readonly IRule[] Closing = [new CoverageRule(), new DecisionsRule(), new UnresolvedRule(), new RisksRule(), new MendingRule()];

    private static readonly Area[] All =
    [
        new("database", [new NewTablesRule(), new NewColumnsRule(), new WidenedChecksRule(), new OutboxRule(), new SumTriggerRule(), new KnownTableIndexesRule(), new SampleQueriesRule(), new RolloutRule(), new SchemaQuestionsRule(), .. Closing]),
        new("etl", [new PipelinesRule(), .. Closing]),
        new("service", [new ConceptsRule(), new ServicesRule(), new OutsideMemberRule(), new OutboxWorkerRule(), new NamedPartsRule(), new EndpointOperationsRule(), new NewTypesRule(), new TouchedTypesRule(), new HomelessRule(), .. Closing]),
        new("api", [new NewEndpointsRule(), new KnownEndpointsRule(), new EndpointWorkRule(), .. Closing]),
    ];

    /// <summary>The area of that name, or null where the rules know nothing of it.</summary>
    public static Area? Of(string name) => Array.Find(All, a => a.Name == name);
}
