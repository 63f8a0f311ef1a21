using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>Refuses to start with a setting that leaves open whom the town believes, in a sentence that says what to set.</summary>
internal sealed class TownsFit(IOptions<TownOptions> town) : IValidateOptions<CitizenIdOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CitizenIdOptions options)
    {
        var read = options.OtherTowns.Select((entry, index) => ReadTown.From(entry, index, town.Value)).ToArray();
        string[] failures = [.. read.Select(one => one.Fault).OfType<string>(), .. Twice([.. read.Select(one => one.Town).OfType<AcceptedTown>()])];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>A root certificate stands for one town: what it signs would otherwise count as the word of two.</summary>
    private static IEnumerable<string> Twice(IReadOnlyList<AcceptedTown> towns)
    {
        foreach (var ags in towns.GroupBy(other => other.Ags).Where(group => group.Count() > 1))
            yield return $"CitizenId:OtherTowns names {ags.Key} twice: write both certificates of a town into one file.";
        foreach (var root in towns.SelectMany(other => other.Roots).GroupBy(AcceptedTowns.PrintOf).Where(group => group.Count() > 1))
            yield return $"CitizenId:OtherTowns has the root certificate \"{root.First().Subject}\" more than once: a certificate stands for one town.";
    }
}
