using Planner.Core.Specialists;
using Planner.Specialists.Rules.Api;
using Planner.Specialists.Rules.Database;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Etl;
using Planner.Specialists.Rules.Frontend;
using Planner.Specialists.Rules.Performance;
using Planner.Specialists.Rules.Risks;
using Planner.Specialists.Rules.Security;
using Planner.Specialists.Rules.Service;
using Planner.Specialists.Rules.Testing;

namespace Planner.Specialists.Rules;

/// <summary>What a specialist knows: its rules, in the order in which they are applied.</summary>
internal sealed record Area(string Name, IReadOnlyList<IRule> Rules)
{
    private static readonly IRule[] Closing =
        [new CoverageRule(), new DecisionsRule(), new UnresolvedRule(), new UnclearCriteriaRule(), new RisksRule(), new HistoryRisks(), new RepairRule()];

    private static readonly Area[] All =
    [
        new(SpecialistNames.Database, [
            new NewTablesRule(),
            new NewColumnsRule(),
            new WidenedChecksRule(),
            new OutboxRule(),
            new SumTriggerRule(),
            new BackfillRule(),
            new KnownTableIndexesRule(),
            new DroppedColumnsRule(),
            new SampleQueriesRule(),
            new RolloutRule(),
            new SchemaQuestionsRule(),
            .. Closing,
        ]),
        new(SpecialistNames.Etl, [new PipelinesRule(), .. Closing]),
        new(SpecialistNames.Service, [
            new ConceptsRule(),
            new ServicesRule(),
            new OutsideMemberRule(),
            new OutboxWorkerRule(),
            new NamedPartsRule(),
            new EndpointOperationsRule(),
            new NewTypesRule(),
            new TouchedTypesRule(),
            new TouchedFilesRule(),
            new UnplacedCriteriaRule(),
            .. Closing,
        ]),
        new(SpecialistNames.Api, [new NewEndpointsRule(), new KnownEndpointsRule(), new EndpointWorkRule(), .. Closing]),
        new(SpecialistNames.Frontend, [new ViewsRule(), .. Closing]),
        new(
            SpecialistNames.Security,
            [
                new RepeatedRequestsRule(),
                new CallersRule(),
                new ExposedFieldsRule(),
                new CredentialsRule(),
                new OpenInputRule(),
                new RisksRule(),
                new RepairRule(),
            ]) { Judges = true },
        new(
            SpecialistNames.Performance,
            [new TargetsRule(), new WatermarkScansRule(), new UnindexedFiltersRule(), new UnboundedListsRule(), new MissingFiguresRule(), new RepairRule()])
            {
                Judges = true,
            },
        new(
            SpecialistNames.Testing,
            [new EndToEndTestsRule(), new EdgesRule(), new RefusalsRule(), new FakesRule(), new RealDatabaseRule(), new RepairRule()]) { Judges = true },
    ];

    /// <summary>True where it has no criteria of its own and speaks where it finds something in the work of others.</summary>
    public bool Judges { get; init; }

    /// <summary>A team's own specialist asks what its patterns bring up; null where it has none.</summary>
    public static Area? OfTeam(SpecialistDefinition definition) =>
        definition is { IsBuiltIn: false, Patterns.Count: > 0 } ? new(definition.Name, [new TeamRule()]) { Judges = true } : null;

    /// <summary>The area of that name, or null where the rules know nothing of it.</summary>
    public static Area? Of(string name) => Array.Find(All, a => a.Name == name);
}
