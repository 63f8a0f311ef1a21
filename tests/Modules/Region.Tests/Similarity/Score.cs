using Modellstadt.Region.Similarity;

namespace Modellstadt.Region.Tests.Similarity;

/// <summary>What answers are worth.</summary>
/// <param name="Entries">Entries that have a partner in another town.</param>
/// <param name="Pairs">True pairs of an entry with one of another town, each seen from both sides.</param>
/// <param name="HitAt1">Share of the entries whose first candidate is the same thing.</param>
/// <param name="HitAt5">Share with the same thing among the five.</param>
/// <param name="Recall">Share of the true pairs found when the pairs rated highest are taken as long as nine of ten are right.</param>
internal sealed record Score(int Entries, int Pairs, double HitAt1, double HitAt5, double Recall)
{
    private const double Precision = 0.9;

    /// <summary>Of the index.</summary>
    public static Score Of(IReadOnlyList<Answer> answers) =>
        Of(answers, answer => answer.Offered.Select(found => found.Project), answer => answer.Rated);

    /// <summary>Of the baseline.</summary>
    public static Score OfBaseline(IReadOnlyList<Answer> answers) =>
        Of(answers, answer => answer.Baseline.Select(text => text.Text.Project),
            answer => answer.Baseline.Where(text => text.Text.Project.Topic is not null).Select(text => new RatedPairs(text.Likeness, 1, text.Text.Project.Topic == answer.Entry.Topic)));

    /// <summary>Of the warnings: how many of those who are warned have the first candidate as a true partner, and which share of those with a partner is warned rightly.</summary>
    public static (double Precision, double Recall) OfWarnings(IReadOnlyList<Answer> answers)
    {
        var warned = answers.Where(answer => answer.Offered is [{ IsWarning: true }, ..]).ToList();
        var right = (double)warned.Count(answer => answer.Offered[0].Project.Topic == answer.Entry.Topic);
        return (right / Math.Max(1, warned.Count), right / answers.Count(answer => answer.Partners > 0));
    }

    private static Score Of(IReadOnlyList<Answer> answers, Func<Answer, IEnumerable<ProjectText>> ranked, Func<Answer, IEnumerable<RatedPairs>> rated)
    {
        var withPartner = answers.Where(answer => answer.Partners > 0).ToList();
        double Hit(int most) => (double)withPartner.Count(answer => ranked(answer).Take(most).Any(project => project.Topic == answer.Entry.Topic)) / withPartner.Count;
        var all = answers.Sum(answer => answer.Partners);
        return new Score(withPartner.Count, all, Hit(1), Hit(5), RecallOf(answers.SelectMany(rated), all));
    }

    private static double RecallOf(IEnumerable<RatedPairs> pairs, int all)
    {
        var (seen, right, best) = (0, 0, 0);
        // Pairs of one rating are taken together: no order among them may look better than chance.
        foreach (var rating in pairs.GroupBy(pair => pair.Probability).OrderByDescending(rating => rating.Key))
        {
            seen += rating.Sum(pair => pair.Count);
            right += rating.Where(pair => pair.Same).Sum(pair => pair.Count);
            if (right >= Precision * seen)
                best = right;
        }

        return (double)best / all;
    }
}
