using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Planner.Core.Settings;
using Planner.Core.Text.Secrets;

namespace Planner.Integrations.LanguageModels;

/// <summary>
/// The key by which what is taken out of texts for a model is named. It stays the same as long as runs go on: the setting
/// <c>Planning__RedactionKey</c>, else a file of the host's data folder that only its user can read. A host with neither names nothing.
/// </summary>
public static class RedactionKey
{
    private const string FileName = "redaction.key";
    private const int Bytes = 32;

    /// <summary>The redactor of a host in which a model thinks.</summary>
    /// <param name="configuration">The section <c>Planning</c>.</param>
    /// <param name="data">The absolute folder of the host's data, in which the key is made where there is none; null for a host without.</param>
    public static Redactor Open(IConfiguration configuration, string? data)
    {
        var set = BoundSection.Bind<PlanningOptions>(configuration, PlanningOptions.Section, o => o.Faults()).RedactionKey;
        return set.Length > 0 ? Redactor.Keyed(Encoding.UTF8.GetBytes(set))
            : data is null ? Redactor.Bare
            : Redactor.Keyed(Kept(Path.Combine(data, ".planner")));
    }

    /// <summary>Of several processes that make it at once, the first one's stands.</summary>
    private static byte[] Kept(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            Make(path);
        }

        return Convert.FromHexString(File.ReadAllText(path).Trim());
    }

    private static void Make(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():n}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(aside, options))
        {
            file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
