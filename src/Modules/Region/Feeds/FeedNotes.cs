using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>How a part of the module tells other towns something.</summary>
internal static class FeedNotes
{
    private static readonly JsonLimits Limits = new(32 * 1024, 8, 200);

    /// <summary>Tells it once <paramref name="database"/> is saved; <see cref="PublishProjects"/> signs it in its next round.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">What it is about, unique within its kind.</param>
    /// <param name="at">When it is said.</param>
    /// <param name="content">What is said.</param>
    public static void Tell(RegionDb database, string kind, string subject, DateTimeOffset at, JsonObject content) =>
        database.FeedNotes.Add(new FeedNoteRow { Subject = $"{kind}/{subject}", Kind = kind, SaidAt = at, Content = Encoding.UTF8.GetString(StrictJson.Write(content)) });

    /// <summary>The content of a stored note.</summary>
    public static JsonObject ContentOf(FeedNoteRow row) => StrictJson.ParseObject(Encoding.UTF8.GetBytes(row.Content), Limits).Expect();
}
