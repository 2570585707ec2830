using Planner.Cli;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("30s", "00:00:30")]
    [InlineData("15m", "00:15:00")]
    [InlineData("48h", "2.00:00:00")]
    [InlineData("2d", "2.00:00:00")]
    [InlineData("0", "00:00:00")]
    [InlineData("1.12:00:00", "1.12:00:00")]
    [InlineData("1.5h", "01:30:00")]
    public void Duration_IsRead(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), DurationText.Parse(text, "--decision-timeout"));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("h")]
    [InlineData("-1h")]
    [InlineData("366d")]
    [InlineData("9999999999999999999999d")]
    [InlineData("1e9h")]
    public void WhatIsNone_IsRefused(string text) =>
        Assert.Throws<UsageException>(() => DurationText.Parse(text, "--decision-timeout"));
}
