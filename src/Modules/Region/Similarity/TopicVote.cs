namespace Modellstadt.Region.Similarity;

/// <summary>Projects that would be the same thing as each other, and how likely the draft is one more of them.</summary>
/// <param name="Topic">Their topic; null for a project without one, which stands alone.</param>
/// <param name="Members">The most alike first.</param>
/// <param name="Probability">From 0 to 1; all votes on a draft add up to 1.</param>
internal sealed record TopicVote(string? Topic, IReadOnlyList<LikeText> Members, double Probability)
{
    /// <summary>So many of the most alike projects of a topic speak for it: one alone may be labelled wrongly, all would favour large topics.</summary>
    public const int Voters = 3;

    /// <summary>What a project without a topic weighs against three that agree.</summary>
    private const float Alone = 2f / Voters;

    /// <summary>How much the name of a topic counts beside its projects.</summary>
    private const float NameWeight = 0.8f;

    /// <summary>How much the topic counts that the writer has already chosen.</summary>
    private const float ChosenWeight = 0.3f;

    /// <summary>How quickly a weaker vote becomes improbable.</summary>
    private const float Sharpness = 12;

    /// <summary>Counts the votes.</summary>
    /// <param name="texts">What is at all alike.</param>
    /// <param name="fit">How well the draft fits the name of a topic.</param>
    /// <param name="chosen">The topic the writer has chosen, or null.</param>
    /// <returns>The most probable first.</returns>
    public static IReadOnlyList<TopicVote> Count(IEnumerable<LikeText> texts, Func<string, float> fit, string? chosen)
    {
        var groups = texts.GroupBy(text => (text.Text.Project.Topic, Single: text.Text.Project.Topic is null ? text.Text.Project.Id : null))
            .Select(group => (group.Key.Topic, Members: group.OrderByDescending(text => text.Likeness).ThenBy(text => text.Text.Project.Id, StringComparer.Ordinal).ToList()))
            .Select(group => (group.Topic, group.Members, Strength: Strength(group.Topic, group.Members, fit, chosen)))
            .OrderByDescending(group => group.Strength).ThenBy(group => group.Members[0].Text.Project.Id, StringComparer.Ordinal)
            .ToList();
        if (groups.Count == 0)
            return [];
        var odds = groups.Select(group => Math.Exp(Sharpness * (group.Strength - groups[0].Strength))).ToList();
        var all = odds.Sum();
        return [.. groups.Zip(odds, (group, odd) => new TopicVote(group.Topic, group.Members, odd / all))];
    }

    private static float Strength(string? topic, List<LikeText> members, Func<string, float> fit, string? chosen) =>
        topic is null
            ? members[0].Likeness * Alone
            : (members.Take(Voters).Sum(text => text.Likeness) / Voters) + (NameWeight * fit(topic)) + (topic == chosen ? ChosenWeight : 0);
}
