using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Planner.Integrations.Mcp;
using Planner.Integrations.Mcp.Settings;
using Xunit;

namespace Planner.Integrations.Tests.Mcp.Settings;

public sealed class McpSettingsTests : IDisposable
{
    private readonly ToolBench bench = new();

    public static TheoryData<string, string?, string> Mistakes => new()
    {
        { "ConfigPath", "", "Mcp__ConfigPath is missing" },
        { "ConfigPath", "no-such-file.json", "Mcp__ConfigPath names no file" },
        { "AllowedTools:0", "", "Mcp__AllowedTools__0 is missing" },
        { "AllowedTools:0", "docs/*", "Mcp__AllowedTools__0 must be a server and a tool" },
        { "AllowedTools:0", "search", "must be a server and a tool" },
        { "AllowedTools:0", "other/search", "without a server other" },
        { "Timeout", "00:10:00", "Mcp__Timeout must lie between" },
        { "Timeout", "soon", "Mcp__Timeout" },
        { "MaxResultCharacters", "60000", "Mcp__MaxResultCharacters must lie between" },
        { "MaxCalls", "0", "Mcp__MaxCalls must lie between" },
    };

    public static TheoryData<string, string> Servers => new()
    {
        { """{}""", "needs either a \"command\"" },
        { """{"command":"npx","url":"https://example.com/mcp"}""", "needs either a \"command\"" },
        { """{"command":"npx","type":"http"}""", "needs either a \"command\"" },
        { """{"command":7}""", "has a \"command\" that is no text" },
        { """{"command":"npx","args":"all"}""", "has \"args\" that is no list of texts" },
        { """{"command":"npx","env":{"A":1}}""", "has \"env\" that is no object of texts" },
        { """{"command":"npx","env":{"A":"${NOT_SET_ANYWHERE}"}}""", "needs the environment variables NOT_SET_ANYWHERE" },
        { """{"url":"https://${NOT_SET_ANYWHERE}/mcp"}""", "needs the environment variables NOT_SET_ANYWHERE" },
        { """{"url":"mcp"}""", "no web address" },
        { """{"url":"http://example.com/mcp"}""", "use https" },
        { """{"url":"https://me:secret-key@example.com/mcp"}""", "has a user name or password" },
        { """{"url":"https://example.com/sse","type":"sse"}""", "is of the type sse" },
        { """{"url":"https://example.com/mcp","headers":{"A":"secret-key\nB: c"}}""", "has \"headers\" that are none" },
    };

    public void Dispose() => bench.Dispose();

    [Fact]
    public void SectionThatIsNotSet_IsNoServers()
    {
        Assert.Null(McpSettings.Read(new ToolBench().Set("ConfigPath", "").Configuration()));
        Assert.Empty(McpCheckup.Servers(new ToolBench().Set("ConfigPath", "").Configuration()));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_IsNamedWithWhatMendsIt(string setting, string? value, string expected)
    {
        bench.With("docs", ToolBench.Program()).Allow("docs/search").Set(setting, value);

        var fault = Assert.Throws<OptionsValidationException>(() => McpSettings.Read(bench.Configuration()));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void ServerThatIsWrittenWrongly_IsNamedWithWhatMendsIt(string written, string expected)
    {
        bench.With("docs", JsonNode.Parse(written)!.AsObject()).Allow("docs/search");

        var fault = Assert.Throws<OptionsValidationException>(() => McpSettings.Read(bench.Configuration()));

        Assert.Contains("docs", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ServerThatNothingIsAllowedOf_MayBeWrong()
    {
        bench.With("docs", ToolBench.Program()).With("other", new JsonObject { ["url"] = "${NOT_SET_ANYWHERE}" }).Allow("docs/search", "docs/pid");

        Assert.Equal(["docs"], McpSettings.Read(bench.Configuration())!.Names);
    }

    [Fact]
    public void FileInACodeBase_IsRefused_AlsoByALink()
    {
        bench.With("docs", ToolBench.Program()).Allow("docs/search");
        var configuration = bench.Configuration();
        var linked = Directory.CreateTempSubdirectory("planner-mcp-link-");
        var link = Path.Combine(linked.FullName, "servers.json");
        File.CreateSymbolicLink(link, bench.File);

        try
        {
            Refused(() => McpSettings.Read(configuration, bench.Folder));
            Refused(() => McpSettings.Read(bench.Set("ConfigPath", link).Configuration(), bench.Folder));
            Refused(() => McpSettings.Read(bench.Set("ConfigPath", link).Configuration(), linked.FullName));
            Refused(() => McpSettings.Read(bench.Set("ConfigPath", bench.File).Besides("Codebases:shop:Path", bench.Folder).Configuration()));
            Assert.NotNull(McpSettings.Read(configuration, bench.Folder + "-other"));
        }
        finally
        {
            linked.Delete(recursive: true);
        }
    }

    [Fact]
    public void CommandByAPath_IsTakenFromBesideTheFile()
    {
        bench.With("docs", new JsonObject { ["command"] = "./bin/docs" }).Allow("docs/search");

        var program = Assert.IsType<McpProgram>(Assert.Single(McpSettings.Read(bench.Configuration())!.Servers));

        Assert.Equal((Path.Combine(bench.Folder, "bin", "docs"), bench.Folder), (program.Command, program.Folder));
    }

    [Fact]
    public void Variables_ArePutInOnceAndNotReadAgain()
    {
        var variables = new McpVariables(name => name == "A" ? "${B}" : null);

        Assert.Equal("x ${B} y", variables.In("x ${A} ${C:-y}"));
        Assert.Empty(variables.Missing);
    }

    private static void Refused(Action read) =>
        Assert.Contains("in a code base that is planned against", Assert.Throws<OptionsValidationException>(read).Message, StringComparison.Ordinal);
}
