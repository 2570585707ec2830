using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.LanguageModels;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

public sealed class RedactionKeyTests : IDisposable
{
    private const string Leak = "Password=tr0ub4dor-and-3";
    private readonly string data = Directory.CreateTempSubdirectory("planner-key-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void FolderWithoutAKey_GetsOneThatStays()
    {
        var first = RedactionKey.Open(Settings(), data).Of(Leak);

        Assert.Matches(@"^Password=\(redacted [0-9a-f]{6}\)$", first);
        Assert.Equal(first, RedactionKey.Open(Settings(), data).Of(Leak));
        Assert.Equal(["redaction.key"], Directory.EnumerateFiles(Path.Combine(data, ".planner")).Select(Path.GetFileName));
    }

    [Fact]
    public void Key_IsReadByItsUserAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes of files.");
            return;
        }

        RedactionKey.Open(Settings(), data);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, ".planner", "redaction.key")));
    }

    [Fact]
    public void KeyOfTheSettings_CountsFirstAndWritesNothing()
    {
        var set = Settings(("Planning:RedactionKey", "sixteen characters"));

        Assert.Equal(RedactionKey.Open(set, data).Of(Leak), RedactionKey.Open(set, data: null).Of(Leak));
        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
    }

    [Fact]
    public void HostWithNeither_NamesNothing() => Assert.Equal("Password=(redacted)", RedactionKey.Open(Settings(), data: null).Of(Leak));

    [Fact]
    public void ShortKey_IsExplainedAndNotShown()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => RedactionKey.Open(Settings(("Planning:RedactionKey", "t00-short")), data));

        Assert.Contains("Planning__RedactionKey must have 16 characters or more", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("t00-short", fault.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
