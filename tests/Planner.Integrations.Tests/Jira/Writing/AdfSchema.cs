using System.Diagnostics;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Writing;

/// <summary>Atlassian's own schema, by node and the packages of tests/adf. Where they are missing, the test says so and is skipped.</summary>
internal static class AdfSchema
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "adf");

    /// <summary>What the schema says of each document: "ok", or what is wrong.</summary>
    public static async Task<IReadOnlyList<string>> Judge(IReadOnlyList<string> documents)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "Atlassian's schema is not installed: run npm install in tests/adf.");
        using var node = Start();
        var said = node.StandardOutput.ReadToEndAsync();
        foreach (var document in documents)
        {
            await node.StandardInput.WriteLineAsync(document);
        }

        node.StandardInput.Close();
        var lines = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync();
        Assert.Equal(documents.Count, lines.Length);
        return lines;
    }

    /// <summary>Fails with the first document that the schema refuses.</summary>
    public static async Task Accepts(IReadOnlyList<string> documents)
    {
        var said = await Judge(documents);
        var refused = said.Select((s, i) => (Said: s, Document: documents[i])).FirstOrDefault(s => s.Said != "ok");
        Assert.True(refused.Said is null, $"{refused.Said}\n{refused.Document}");
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo(
                "node",
                "validate.mjs")
            { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no node to run Atlassian's schema.");
            throw;
        }
    }
}
