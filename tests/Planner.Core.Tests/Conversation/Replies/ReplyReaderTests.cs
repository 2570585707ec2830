using Planner.Core.Conversation.Replies;
using Xunit;

namespace Planner.Core.Tests.Conversation.Replies;

public sealed class ReplyReaderTests
{
    [Theory]
    [InlineData("/decide TD001 B because we know it", "TD001", "B", "we know it")]
    [InlineData("/decide TD001 B", "TD001", "B", "")]
    [InlineData("/Decide td001 option b: cheaper", "TD001", "B", "cheaper")]
    [InlineData("/decide TD001, B, because: it is cheap", "TD001", "B", "it is cheap")]
    [InlineData("  /decide\u00a0TD012 C because x", "TD012", "C", "x")]
    [InlineData("/decide TD001 B because it is\ncheaper and\nknown", "TD001", "B", "it is cheaper and known")]
    public void Decision_HasItsIdOptionAndReason(string comment, string id, string option, string because) =>
        Assert.Equal([new ReplyCommand.Decide(id, option, because)], ReplyReader.Read(comment));

    [Theory]
    [InlineData("/answer Q001 thirty days", "thirty days")]
    [InlineData("/answer q001: thirty \\_days\\_", "thirty _days_")]
    public void Answer_HasItsText(string comment, string text) =>
        Assert.Equal([new ReplyCommand.Answer("Q001", text)], ReplyReader.Read(comment));

    [Fact]
    public void PlanAlone_StatusAndCancel_AreKnown() =>
        Assert.Equal([new ReplyCommand.Plan(), new ReplyCommand.Status(), new ReplyCommand.Cancel()], ReplyReader.Read("/plan\n\n/plan Status\n/PLAN cancel"));

    [Theory]
    [InlineData("/plan refine keep failed mails for 30 days", "keep failed mails for 30 days")]
    [InlineData("/Plan Refine: keep failed mails\nfor 30 days\n\nBest, Rita", "keep failed mails for 30 days")]
    public void Refinement_HasItsText(string comment, string text) => Assert.Equal([new ReplyCommand.Refine(text)], ReplyReader.Read(comment));

    [Theory]
    [InlineData("/decide TD001", "/decide TD001 B because …")]
    [InlineData("/decide B TD001", "/decide TD001 B because …")]
    [InlineData("/decide TD001 because I say so", "/decide TD001 B because …")]
    [InlineData("/answer Q001", "/answer Q001 …")]
    [InlineData("/plan again please", "/plan, /plan status, /plan refine … or /plan cancel")]
    [InlineData("/plan refine", "/plan, /plan status, /plan refine … or /plan cancel")]
    public void WrongCommand_TellsHowItIsWritten(string comment, string help) =>
        Assert.Equal(help, Assert.IsType<ReplyCommand.Wrong>(Assert.Single(ReplyReader.Read(comment))).Help);

    [Theory]
    [InlineData("")]
    [InlineData("I would say /decide TD001 B")]
    [InlineData("> /decide TD001 B because x")]
    [InlineData(" >> /plan")]
    [InlineData("    /decide TD001 B")]
    [InlineData("```\n/decide TD001 B\n```")]
    [InlineData("~~~text\n/plan cancel\n```\n/plan\n~~~")]
    [InlineData("```\n/plan cancel")]
    [InlineData("/deploy now")]
    [InlineData("/planning is hard")]
    [InlineData("`/plan`")]
    public void QuotesCodeAndOtherWords_AreNoCommands(string comment) => Assert.Empty(ReplyReader.Read(comment));

    [Fact]
    public void TextEndsAtABlankLineAndAtTheNextCommand()
    {
        var commands = ReplyReader.Read("Thanks!\n/answer Q001 thirty\ndays\n/answer Q002 no\n\nBest, Rita");

        Assert.Equal([new ReplyCommand.Answer("Q001", "thirty days"), new ReplyCommand.Answer("Q002", "no")], commands);
    }

    [Fact]
    public void LongCommentsAndTexts_AreBounded()
    {
        var commands = ReplyReader.Read(string.Concat(Enumerable.Repeat($"/answer Q001 {new string('x', 5_000)}\n", 500)));

        Assert.Equal(ReplyReader.Most, commands.Count);
        Assert.All(commands, c => Assert.Equal(ReplyReader.LongestText, Assert.IsType<ReplyCommand.Answer>(c).Text.Length));
    }

    [Fact]
    public void HostileComment_TakesNoTime()
    {
        var nested =
            string.Concat(Enumerable.Repeat("/decide TD001 ", 20_000)) + string.Concat(Enumerable.Repeat("> ", 50_000)) + "\n" + new string('`', 100_000);

        Assert.True(ReplyReader.Read(nested).Count <= ReplyReader.Most);
    }
}
