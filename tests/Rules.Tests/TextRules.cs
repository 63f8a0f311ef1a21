using System.Reflection;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>What people read: in both languages, and one word for one thing.</summary>
public sealed partial class TextRules
{
    private static readonly string[] Spoken = ["App", "Accounts", "Messages", "Registers", "Issuer", "Verifier", "CitizenId", "Parking", "Payments", "Wallets", "Region"];

    /// <summary>The abstract class of texts of each subject.</summary>
    public static IEnumerable<TheoryDataRow<Type>> Texts =>
        from assembly in Spoken.Select(name => Assembly.Load($"Modellstadt.{name}"))
        from type in assembly.GetTypes()
        where type.IsAbstract && !type.IsSealed && type.Name.EndsWith("Texts", StringComparison.Ordinal)
        select new TheoryDataRow<Type>(type);

    [Theory, MemberData(nameof(Texts))]
    public void Texts_have_one_sealed_class_for_each_language(Type texts)
    {
        var (german, english) = Languages(texts);
        Assert.All([german, english], language => Assert.True(language.IsSealed));
    }

    /// <summary>A single word may be the same in both languages (Wallet, DEMO); a sentence is not.</summary>
    [Theory, MemberData(nameof(Texts))]
    public void No_sentence_was_left_untranslated(Type texts)
    {
        var (german, english) = Languages(texts);
        var spoken = Sentences(german).Zip(Sentences(english)).Where(pair => pair.First.Words == pair.Second.Words && SeveralWords().IsMatch(pair.First.Words));
        KnownExceptions.AssertOnly("untranslated", spoken.Select(pair => $"{texts.FullName} {pair.First.Name}"));
    }

    [Fact]
    public void Every_concept_has_one_word()
    {
        var avoided = File.ReadLines(ProductFiles.PathOf("docs/glossary.md"))
            .SkipWhile(line => line != "<!-- avoided -->").Skip(3).TakeWhile(line => line != "<!-- /avoided -->")
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1])
            .ToList();
        Assert.NotEmpty(avoided);
        KnownExceptions.AssertOnly("avoided-word",
            from path in SourceTree.Below("src", "*").Where(path => ReadByPeople().IsMatch(path)).Append(ProductFiles.PathOf("README.md")).Concat(SourceTree.Below("docs/guides", "*.md"))
            let text = File.ReadAllText(path)
            from word in avoided
            where text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{SourceTree.Relative(path)} {word}");
    }

    private static (Type German, Type English) Languages(Type texts)
    {
        var spoken = texts.Assembly.GetTypes().Where(type => type.BaseType == texts).OrderBy(type => type.Name.Contains("English", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, spoken.Count);
        return (spoken[0], spoken[1]);
    }

    private static IEnumerable<(string Name, string Words)> Sentences(Type language)
    {
        var constructor = language.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        var texts = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))]);
        return from method in language.BaseType!.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
               where method.IsAbstract && (method.ReturnType == typeof(string) || method.ReturnType == typeof(RefusalText))
               orderby method.Name
               let words = method.Invoke(texts, [.. method.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))])
               where words is not null // A text that says nothing of what it does not know.
               select (method.Name, words is RefusalText refusal ? refusal.Sentence : (string)words);
    }

    [GeneratedRegex(@"\p{L}+[^\p{L}]+\p{L}+")]
    private static partial Regex SeveralWords();

    [GeneratedRegex(@"Texts(\.\w+)?\.cs$|Refusals\.cs$|\.razor$|/src/texts/\w+\.ts$")]
    private static partial Regex ReadByPeople();
}
