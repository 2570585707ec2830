using System.Diagnostics;
using Planner.Core.Planning.Replanning;
using Planner.Core.Text.Secrets;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Text.Secrets;

public sealed class RedactorTests
{
    private const string Secret = "tr0ub4dor-and-3";
    private static readonly Redactor Keyed = Redactor.Keyed("a key of one installation"u8);

    [Fact]
    public void SameSecret_HasTheSamePlaceholderWhereverItStands()
    {
        var (setting, url) = (Keyed.Of($"Password={Secret};"), Keyed.Of($"postgres://shop:{Secret}@db/x"));

        Assert.Matches(@"^Password=\(redacted [0-9a-f]{6}\);$", setting);
        Assert.Contains(Placeholder(setting), url, StringComparison.Ordinal);
        Assert.DoesNotContain(Placeholder(setting), Keyed.Of("Password=an0ther-0ne-4;"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherKey_GivesAnotherPlaceholder() =>
        Assert.NotEqual(Keyed.Of($"Password={Secret}"), Redactor.Keyed("the key of another one"u8).Of($"Password={Secret}"));

    [Fact]
    public void SameKey_GivesTheSameBytesInAnotherProcess() => Assert.Equal("Password=(redacted 716933)", Keyed.Of($"Password={Secret}"));

    [Theory]
    [InlineData("Password={0};")]
    [InlineData("password: {0}")]
    [InlineData("\"password\": \"{0}\"")]
    [InlineData("ALTER ROLE shop PASSWORD '{0}'")]
    [InlineData("postgres://shop:{0}@db.example.com/x")]
    [InlineData("https://x.example/?api_key={0}4Kq9Zp2")]
    [InlineData("Authorization: Bearer {0}4Kq9Zp2")]
    public void WhatIsRedacted_IsNotChangedAgainByAnyKey(string written)
    {
        var once = Keyed.Of(string.Format(System.Globalization.CultureInfo.InvariantCulture, written, Secret));

        Assert.DoesNotContain(Secret, once, StringComparison.Ordinal);
        Assert.Equal(once, Keyed.Of(once));
        Assert.Equal(once, Redaction.Of(once));
    }

    [Fact]
    public void BarePlaceholder_StaysBare()
    {
        var bare = Redaction.Of($"ALTER ROLE shop PASSWORD '{Secret}'");

        Assert.Equal(bare, Keyed.Of(bare));
    }

    [Fact]
    public void ShortKey_IsRefused() => Assert.Throws<ArgumentException>(() => Redactor.Keyed("short"u8));

    [Fact]
    public void WordsOfATicket_AreTheSameUnderEveryKey()
    {
        var ticket = ReturnsTicket.Ticket with { Description = $"Password={Secret}" };

        Assert.Equal(TicketWords.Of(Redaction.OfValue(ticket).Value), TicketWords.Of(Keyed.OfValue(ticket).Value));
    }

    [Fact]
    public void Time_IsLinearInTheText()
    {
        var text = string.Concat(Enumerable.Repeat($"Password={Secret};\n", 20_000));
        var watch = Stopwatch.StartNew();

        var redacted = Keyed.Of(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.DoesNotContain(Secret, redacted, StringComparison.Ordinal);
    }

    private static string Placeholder(string text) => text[text.IndexOf('(', StringComparison.Ordinal)..(text.IndexOf(')', StringComparison.Ordinal) + 1)];
}
