using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Region;

/// <summary>The part of this town in the model region. Configuration section <c>Region</c>.</summary>
internal sealed class RegionOptions : IValidatableObject
{
    /// <summary>From one reading of the other towns' feeds to the next. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan ReadFeedsEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>True: guests of a visit get DEMO credentials, marked as such, also in a real town. Default: in demo towns only.</summary>
    public bool? Visits { get; set; }

    /// <summary>The towns whose feeds are read. Default: none.</summary>
    public IList<FeedSource> Feeds { get; } = [];

    /// <summary>How often the question how a service was may be answered from one network address within a minute. Default: 10.</summary>
    [Range(1, int.MaxValue)]
    public int AnswersPerMinute { get; set; } = 10;

    /// <summary>Hosts from which the project office may have catalogues fetched: <c>opencode.de</c>. Default: none.</summary>
    public IList<string> ImportHosts { get; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var feed in Feeds.Where(feed => !feed.IsSound))
            yield return new ValidationResult($"Region:Feeds: {(feed.Town is { Length: > 0 } town ? town : "an entry")} needs Town (5 or 8 digits), Url (https, or http on this machine) and Key (the thumbprint that the town shows in its office, 43 characters).");
        if (Feeds.GroupBy(feed => feed.Town).FirstOrDefault(towns => towns.Count() > 1) is { Key: var twice })
            yield return new ValidationResult($"Region:Feeds names {twice} twice.");
        foreach (var host in ImportHosts.Where(host => Uri.CheckHostName(host) is not UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
            yield return new ValidationResult($"Region:ImportHosts: {host} is no name of a host, such as opencode.de.");
    }
}

/// <summary>A town whose feed is read.</summary>
internal sealed class FeedSource
{
    private const int ThumbprintLength = 43;

    /// <summary>Gemeindeschlüssel; of a district its first five digits.</summary>
    public string Town { get; set; } = "";

    /// <summary>Address of its portal, without a slash at the end.</summary>
    public Uri? Url { get; set; }

    /// <summary>Thumbprint (RFC 7638) of the key it signs with, from a channel that is trusted: a letter, a call.</summary>
    public string Key { get; set; } = "";

    /// <summary>True when it can be read.</summary>
    public bool IsSound =>
        Town.Length is 5 or 8 && Town.All(char.IsAsciiDigit) && Key.Length == ThumbprintLength
        && Url is { IsAbsoluteUri: true, UserInfo: "" } && (Url.Scheme == Uri.UriSchemeHttps || Url is { Scheme: "http", IsLoopback: true });
}
