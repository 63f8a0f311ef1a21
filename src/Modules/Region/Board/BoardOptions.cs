using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Region.Board;

/// <summary>How the regional board counts. Configuration section <c>Region:Board</c>.</summary>
internal sealed class BoardOptions
{
    /// <summary>More than this share of the members who may vote must have voted, percent. Default: 50, a demonstration's.</summary>
    [Range(0, 99)]
    public int QuorumAbovePercent { get; set; } = 50;

    /// <summary>More than this share of yes and no must be yes, percent. Default: 50, a demonstration's.</summary>
    [Range(0, 99)]
    public int MajorityAbovePercent { get; set; } = 50;

    /// <summary>Where the board's rules stand, in words. Default: none; the screens then say that the rules are those of a demonstration.</summary>
    public string RulesFrom { get; set; } = "";

    /// <summary>The rules.</summary>
    public CountingRule Rule => new(QuorumAbovePercent, MajorityAbovePercent);
}
