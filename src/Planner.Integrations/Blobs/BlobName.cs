namespace Planner.Integrations.Blobs;

/// <summary>Any text as one segment of a blob's name.</summary>
internal static class BlobName
{
    // A dot is escaped too: a segment of dots, or one that ends in a dot, means something else to the service.
    public static string Of(string text) => Uri.EscapeDataString(text).Replace(".", "%2E", StringComparison.Ordinal);

    public static string Read(string segment) => Uri.UnescapeDataString(segment);
}
