using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>The table of messages to be sent, where calls to the outside were decided to go through an outbox.</summary>
internal sealed class OutboxRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (!OutboxTable.IsToBeMade(brief.Choices, brief.Grounding))
        {
            return;
        }

        var index = Ddl
            .Index(OutboxTable.Name, ["created_at"], unique: false, concurrently: false)
            .Replace(";\n", " WHERE sent_at IS NULL;\n", StringComparison.Ordinal);
        draft.Schema = draft.Schema with
        {
            Indexes = [
            .. draft.Schema.Indexes,
            new IndexAdvice(OutboxTable.Name, ["created_at"], false, "The worker takes the oldest unsent message; only unsent rows are in the index."),
        ]
        };
        draft.Migrate(brief, new MigrationStep(
            "create_outbox_messages",
            $"Create the table `{OutboxTable.Name}`",
            Create(brief) + "\n" + index,
            $"DROP TABLE {OutboxTable.Name};\n",
            [OutboxTable.Name],
            "None that others wait for: the table is new.",
            TaskSize.S)
        {
            Provides = true,
            Satisfies = [.. brief.Choices.Criteria(ExternalCall.KeyName), brief.Choices.Id(ExternalCall.KeyName)],
            Detail =
                "Follows from the decision to call the outside through an outbox: a message is written in the transaction of its cause and sent afterwards.",
        });
        if (draft.Evidence.Count == 0 && ExternalCall.Outside(brief) is { } type)
        {
            draft.Cite(type.Place());
        }

        draft.Summary.Add($"adds `{OutboxTable.Name}` for calls that leave after the transaction");
    }

    /// <summary>The table as it will be.</summary>
    public static TableFact Fact { get; } = new()
    {
        Schema = "public",
        Name = OutboxTable.Name,
        PrimaryKey = ["id"],
        Columns =
        [
            new("id", "bigint", Nullable: false, "generated always as identity"),
            new("kind", "text", Nullable: false),
            new("payload", "jsonb", Nullable: false),
            new("attempts", "integer", Nullable: false, "0"),
            new("created_at", "timestamptz", Nullable: false, "now()"),
            new("sent_at", "timestamptz", Nullable: true),
        ],
    };

    private static string Create(RuleContext brief) =>
        Ddl.Table(
            new PlannedTable(Fact, [new Guard("attempts", "attempts >= 0", "An attempt is counted, never taken back.")], [], [], KeyIsConvention: false),
            brief.Grounding);
}
