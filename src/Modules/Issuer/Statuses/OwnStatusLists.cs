using System.Globalization;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer;

/// <summary>The status lists of this server's issuers, for verifiers in the same process.</summary>
public sealed class OwnStatusLists
{
    private readonly PublishedStatusLists lists;
    private readonly string start;

    internal OwnStatusLists(PublishedStatusLists lists, IOptions<TownOptions> town) => (this.lists, start) = (lists, town.Value.At("/issuers/"));

    /// <summary>The status list token (JWT) published at <paramref name="address"/>; null when it is not one of ours.</summary>
    public async Task<string?> TryReadAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!address.AbsoluteUri.StartsWith(start, StringComparison.Ordinal))
            return null;

        return address.AbsoluteUri[start.Length..].Split('/') is [var slug, "status-lists", var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (await lists.ReadAsync(slug, number, cancellationToken))?.Token
            : null;
    }
}
