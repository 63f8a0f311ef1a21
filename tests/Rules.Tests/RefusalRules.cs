using System.Reflection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Rules.Tests;

/// <summary>Every "no" is a plain sentence with a next step, in each language.</summary>
public sealed class RefusalRules
{
    public static IEnumerable<TheoryDataRow<Type>> Refusals =>
        from assembly in new[] { "Accounts", "Messages", "Registers", "Issuer", "Verifier", "CitizenId", "Parking", "Payments", "Wallets", "Region" }.Select(name => Assembly.Load($"Modellstadt.{name}"))
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(Refusal)) && !type.IsAbstract
        select new TheoryDataRow<Type>(type);

    [Theory, MemberData(nameof(Refusals))]
    public void A_refusal_says_what_happened_and_what_to_do_next_in_each_language(Type type)
    {
        var refusal = Create(type);
        var (german, english) = (refusal.In(Language.German), refusal.In(Language.English));
        foreach (var text in new[] { german, english })
        {
            Assert.NotEmpty(text.Title);
            Assert.EndsWith(".", text.Sentence, StringComparison.Ordinal);
            Assert.Matches("[.?!]$", text.NextStep);
            Assert.DoesNotContain("something went wrong", text.Sentence, StringComparison.OrdinalIgnoreCase);
        }

        Assert.NotEqual(german.Sentence, english.Sentence);
    }

    [Theory, MemberData(nameof(Refusals))]
    public void A_refusal_has_a_stable_problem_type_and_a_client_error_or_unavailable_status(Type type)
    {
        var refusal = Create(type);
        Assert.Matches("^urn:modellstadt:[a-z-]+:[a-z0-9-]+$", refusal.Type);
        Assert.True(refusal.StatusCode is (>= 400 and < 500) or 503, $"{refusal.Type} has status {refusal.StatusCode}");
    }

    /// <summary>Any refusal of the type: constructor arguments get sample values.</summary>
    private static Refusal Create(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length)!;
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))]);
    }
}
