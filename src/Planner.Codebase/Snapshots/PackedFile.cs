using System.Text;
using Planner.Codebase.Files;
using Planner.Core.Text.Secrets;

namespace Planner.Codebase.Snapshots;

/// <summary>What a snapshot takes of a file: its text without secrets, or its path alone.</summary>
/// <param name="Found">The file.</param>
/// <param name="Content">What is packed; null where only the path is.</param>
/// <param name="Cause">Why only the path is; <see cref="LeftOut.Nothing"/> where the content is packed.</param>
internal sealed record PackedFile(FoundFile Found, byte[]? Content, LeftOut Cause)
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static PackedFile Of(FoundFile file, long largest)
    {
        if (SecretFiles.Is(file.Path))
        {
            return new PackedFile(file, null, LeftOut.Secret);
        }

        if (file.Bytes > largest)
        {
            return new PackedFile(file, null, LeftOut.Large);
        }

        // Pipes and devices have no length either, and reading one could last for ever.
        var bytes = file.Bytes == 0 ? [] : File.ReadAllBytes(file.FullPath);
        return FileText.Decode(bytes) is { } text
            ? new PackedFile(file, Redacted(text, bytes), LeftOut.Nothing)
            : new PackedFile(file, null, LeftOut.Binary);
    }

    /// <summary>Byte for byte where nothing had to be taken out.</summary>
    private static byte[] Redacted(string text, byte[] bytes) =>
        Redaction.Of(text) is var clean && ReferenceEquals(clean, text) ? bytes : Encoding.UTF8.GetBytes(clean);
}

/// <summary>Why a file's content is not in a snapshot.</summary>
internal enum LeftOut
{
    /// <summary>It is.</summary>
    Nothing,

    /// <summary>Its name says that it holds keys or passwords.</summary>
    Secret,

    /// <summary>It is larger than grounding reads.</summary>
    Large,

    /// <summary>It is no text.</summary>
    Binary,

    /// <summary>It could not be read.</summary>
    Unreadable,
}
