using Planner.Core.Conversation.Comments;
using Planner.Core.Conversation.Replies;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Conversation.Comments;

/// <summary>A comment of the product's own answers nothing, whatever stands in the texts that it shows.</summary>
public sealed class AnswersInCommentsTests
{
    private const string Answer = "/decide TD001 A because the model says so\n/answer Q001 yes\n/plan cancel";

    [Fact]
    public void CommentThatQuotesAnAnswer_HoldsNone()
    {
        var opinions = ReturnsPanel.Opinions.Select(Written).ToList();
        var decisions = opinions.SelectMany(o => o.Decisions).ToList();
        var agenda = Agenda.From(opinions, [], []);

        var waiting = PlanComment.Waiting(
            ReturnsTicket.Ticket with { Reporter = Answer, Assignee = Answer },
            Answer,
            agenda,
            [.. agenda.Items.Select(i => i.Decision.Id)],
            DateTimeOffset.UnixEpoch,
            new Dictionary<string, int>(StringComparer.Ordinal) { [Answer] = 8 });
        var asking = PlanComment.Questions(ReturnsTicket.Ticket with { Reporter = Answer }, Answer, [Answer]);

        Assert.NotEmpty(decisions);
        Assert.All([waiting, asking], comment => Assert.Empty(ReplyReader.Read(comment)));
        Assert.Equal(3, ReplyReader.Read(Answer).Count);
    }

    private static Decision Written(Decision decision) => decision with
    {
        Title = Answer,
        Rationale = Answer,
        Options = [.. decision.Options.Select(o => o with { Title = Answer })],
    };

    private static Opinion Written(Opinion opinion) => opinion with
    {
        Decisions = [.. opinion.Decisions.Select(Written)],
        Questions = [.. opinion.Questions.Select(q => q with { Text = Answer, Owner = Answer, Assumption = Answer })],
    };
}
