using System.Text;

namespace Modellstadt.Registers.Tests;

/// <summary>DIN 91379:2022-08: 649 letters; the examples are those of the standard's paper on finding identities.</summary>
public sealed class NameCharactersTests
{
    [Fact]
    public void The_standard_has_649_letters_all_in_normal_form_C()
    {
        Assert.Equal(649, NameCharacters.AllLetters.Count);
        Assert.All(NameCharacters.AllLetters, letter => Assert.True(letter.IsNormalized(NormalizationForm.FormC)));
    }

    [Fact]
    public void Every_search_form_is_A_to_Z() =>
        Assert.All(NameCharacters.AllLetters, letter => Assert.Matches("^[A-Z]{1,2}$", Form(letter)));

    [Theory]
    [InlineData("René Müller", "RENE MUELLER")]
    [InlineData("Nœl Schmidt-Strauß", "NOEL SCHMIDT STRAUSS")]
    [InlineData("Þorgeir Ægisson", "THORGEIR AEGISSON")]
    [InlineData("Ṭāriq al-Ḥasan", "TARIQ AL HASAN")]
    [InlineData("K\u035FHan", "KHAN")]
    [InlineData("Ọ\u0308lmann", "OELMANN")]
    public void The_search_form_is_that_of_the_standard(string name, string form) => Assert.Equal(form, Form(name));

    [Fact]
    public void The_search_form_of_a_search_form_is_itself() =>
        Assert.All(NameCharacters.AllLetters, letter => Assert.Equal(Form(letter), Form(Form(letter)!)));

    private static string? Form(string text) => NameCharacters.SearchForm(text, (_, searchForm) => searchForm);
}
