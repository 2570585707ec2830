using Planner.Core.Plans;
using Planner.Core.Specialists.Rules.Choices;
using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Database;

/// <summary>The table of messages to be sent, where calls to the outside were decided to go through an outbox.</summary>
internal sealed class OutboxRule : IRule
{
    public const string Table = "outbox_messages";

    public void Apply(Brief brief, Draft draft)
    {
        if (brief.Choices.Option(ExternalCall.KeyName) != "B" || brief.Grounding.Inventory.Tables.Any(t => t.Contains("outbox", StringComparison.Ordinal)))
        {
            return;
        }

        var index = Ddl.Index(Table, ["created_at"], unique: false, concurrently: false).Replace(";\n", " WHERE sent_at IS NULL;\n", StringComparison.Ordinal);
        draft.Schema = draft.Schema with { Indexes = [.. draft.Schema.Indexes, new IndexAdvice(Table, ["created_at"], false, "The worker takes the oldest unsent message; only unsent rows are in the index.")] };
        draft.Migrate(brief, new Step("create_outbox_messages", $"Create the table `{Table}`", Create + "\n" + index, $"DROP TABLE {Table};\n", [Table], "None that others wait for: the table is new.", TaskSize.S)
        {
            Satisfies = [.. brief.Choices.Criteria(ExternalCall.KeyName), brief.Choices.Id(ExternalCall.KeyName)],
            Detail = "Follows from the decision to call the outside through an outbox: a message is written in the transaction of its cause and sent afterwards.",
        });
        draft.Summary.Add($"adds `{Table}` for calls that leave after the transaction");
    }

    private const string Create = """
        CREATE TABLE outbox_messages (
          id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          kind       text NOT NULL,
          payload    jsonb NOT NULL,
          attempts   integer NOT NULL DEFAULT 0,
          created_at timestamptz NOT NULL DEFAULT now(),
          sent_at    timestamptz,
          CONSTRAINT ck_outbox_messages_attempts CHECK (attempts >= 0)
        );

        """;
}
