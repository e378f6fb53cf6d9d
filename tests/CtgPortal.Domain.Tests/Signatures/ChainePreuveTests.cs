using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Domain.Tests.Signatures;

/// <summary>Whatever is done to a chain once written, its verification says so, and where.</summary>
public sealed class ChainePreuveTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 23, 9, 0, 0, 123, 456, TimeSpan.Zero);
    private static readonly SignatureId Circuit = SignatureId.New();

    /// <summary>What the fingerprint covers; the rest is the address and its key, and what is held apart.</summary>
    private static readonly string[] Couverts =
    [
        nameof(EvenementPreuve.SignatureId), nameof(EvenementPreuve.Numero), nameof(EvenementPreuve.Type), nameof(EvenementPreuve.Le), nameof(EvenementPreuve.Ligne),
        nameof(EvenementPreuve.Par), nameof(EvenementPreuve.ParNom), nameof(EvenementPreuve.Agent), nameof(EvenementPreuve.IpScellee), nameof(EvenementPreuve.Faits),
        nameof(EvenementPreuve.Precedente), nameof(EvenementPreuve.Empreinte),
    ];

    private static readonly Gen<string> Mots = Gen.OneOf(Gen.String, Parmi("", "Hélène Garçon", "« \"\\/\b\f\n\r\t\u0001\u007f\u2028 »", "😀 𝒜", "\ud800", "e\u0301"));

    private static readonly Gen<EvenementPreuve[]> Chaines =
        Gen.Select(Mots, Mots, Gen.Int, Gen.Long[0, 1_000_000_000], Gen.Bool, Mots)
            .Select((type, nom, nombre, ticks, ligne, agent) => (type, nom, nombre, ticks, ligne, agent))
            .Array[1, 8].Select(faits =>
            {
                List<EvenementPreuve> chaine = [];
                foreach (var f in faits)
                {
                    chaine.Add(EvenementPreuve.Suivant(
                        chaine.LastOrDefault()?.Tete,
                        new(Circuit, f.type, Maintenant.AddTicks(f.ticks), f.ligne ? Guid.CreateVersion7() : null, Faits(f.nom, f.nombre)),
                        new(f.ligne ? UtilisateurId.New() : null, f.nom),
                        new("192.0.2.7", f.agent)));
                }

                return chaine.ToArray();
            });

    [Fact]
    public void Une_chaine_telle_qu_ecrite_est_intacte() =>
        Chaines.Sample(chaine => ChainePreuve.PremiereRupture(Circuit, chaine, [chaine[^1].Tete]) is null, iter: 500);

    // Seen red with the agent left out of Maillon.
    [Fact]
    public void Tout_changement_de_n_importe_quel_champ_couvert_est_vu_a_sa_place() =>
        Gen.Select(Chaines, Gen.Int[0, 1_000], Parmi(Couverts)).Sample((chaine, ou, champ) =>
        {
            var place = ou % chaine.Length;
            var changee = chaine.ToArray();
            changee[place] = Copier(chaine[place], champ, Autre(chaine[place], champ));

            var rupture = ChainePreuve.PremiereRupture(Circuit, changee, []);

            Assert.True(rupture?.Numero == place + 1, $"{champ} at {place + 1}: {rupture}");
        }, iter: 1_000);

    /// <summary>Whoever changes a link and computes its fingerprint again breaks the next one; for the last one, a timestamped head tells.</summary>
    [Fact]
    public void Un_maillon_recalcule_rompt_la_suite_ou_la_tete_horodatee() =>
        Gen.Select(Chaines, Gen.Int[0, 1_000]).Sample((chaine, ou) =>
        {
            var place = ou % chaine.Length;
            var faux = Copier(chaine[place], nameof(EvenementPreuve.ParNom), chaine[place].ParNom + " bis");
            var changee = chaine.ToArray();
            changee[place] = Copier(faux, nameof(EvenementPreuve.Empreinte), faux.Calculer());

            Assert.NotNull(ChainePreuve.PremiereRupture(Circuit, changee, [chaine[^1].Tete]));
        }, iter: 500);

    [Fact]
    public void Un_maillon_enleve_ajoute_ou_deplace_est_vu() =>
        Gen.Select(Chaines.Where(c => c.Length > 1), Gen.Int[0, 1_000], Gen.Int[0, 1_000]).Sample((chaine, a, b) =>
        {
            var (ici, la) = (a % chaine.Length, b % chaine.Length);
            var tete = chaine[^1].Tete;
            var enlevee = chaine.Where((_, i) => i != ici).ToArray();
            var doublee = chaine.Take(ici + 1).Append(chaine[ici]).Concat(chaine.Skip(ici + 1)).ToArray();
            var permutee = chaine.ToArray();
            (permutee[ici], permutee[la]) = (permutee[la], permutee[ici]);

            Assert.Equal(ici + 1, ChainePreuve.PremiereRupture(Circuit, enlevee, [tete])!.Numero);
            Assert.Equal(ici + 2, ChainePreuve.PremiereRupture(Circuit, doublee, [tete])!.Numero);
            Assert.True(ici == la || ChainePreuve.PremiereRupture(Circuit, permutee, [])!.Numero == Math.Min(ici, la) + 1);
        }, iter: 500);

    [Fact]
    public void Une_fin_coupee_n_est_vue_que_par_une_tete_attestee()
    {
        EvenementPreuve[] chaine = [.. Trois()];

        Assert.Null(ChainePreuve.PremiereRupture(Circuit, chaine[..^1], []));
        Assert.Equal(new(chaine.Length, DefautChaine.TeteAttesteeAbsente), ChainePreuve.PremiereRupture(Circuit, chaine[..^1], [chaine[^1].Tete, chaine[0].Tete]));
        Assert.Equal(new(1, DefautChaine.TeteAttesteeAbsente), ChainePreuve.PremiereRupture(Circuit, [], [chaine[0].Tete]));
    }

    [Fact]
    public void L_adresse_s_efface_et_les_courriels_se_cachent_sans_rompre_la_chaine()
    {
        var evenement = Trois().First();
        var efface = Copier(Copier(evenement, nameof(EvenementPreuve.Ip), null), nameof(EvenementPreuve.IpCle), null);
        efface = Copier(Copier(efface, nameof(EvenementPreuve.Reserve), null), nameof(EvenementPreuve.ReserveCle), null);

        Assert.Null(ChainePreuve.PremiereRupture(Circuit, [efface], [evenement.Tete]));
        Assert.DoesNotContain("claire@exemple.fr", evenement.Faits, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.7", JsonCanonique.Ecrire(evenement.Maillon()), StringComparison.Ordinal);

        // who is given the value with its key finds the seal again
        Assert.Equal("""{"/courriel":"claire@exemple.fr"}""", evenement.Reserve);
        Assert.Equal(Sceau(evenement.ReserveCle!, "claire@exemple.fr"), JsonNode.Parse(evenement.Faits)!["courriel"]!.GetValue<string>());
        Assert.Equal(Sceau(evenement.IpCle!, "192.0.2.7"), evenement.IpScellee);
    }

    [Fact]
    public void Le_JSON_canonique_est_celui_que_tout_le_monde_ecrit()
    {
        var valeur = JsonNode.Parse("""{"b":[1,-2,{"z":null,"é":true}],"a":"« \"é\" \\ \u0007 \n 😀 »","B":12.50}""");

        Assert.Equal("""{"B":"12.50","a":"« \"é\" \\ \u0007 \n 😀 »","b":[1,-2,{"z":null,"é":true}]}""", JsonCanonique.Ecrire(valeur));
    }

    [Theory]
    [InlineData("K7M3QX9P4TWD", "K7M3QX9P4TWD")]
    [InlineData(" k7m3-qx9p–4twd ", "K7M3QX9P4TWD")]
    [InlineData("oil0-1111-2222", "011011112222")]
    [InlineData("K7M3-QX9P", null)]
    [InlineData("K7M3-QX9P-4TWU", null)]
    [InlineData("K7M3-QX9P-4TW'", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Une_reference_se_lit_comme_on_la_tape(string? saisie, string? lue) => Assert.Equal(lue, ReferenceDocument.Lire(saisie));

    [Fact]
    public void Une_reference_tiree_se_lit_et_ne_revient_pas()
    {
        var tirees = Enumerable.Range(0, 2_000).Select(_ => ReferenceDocument.Nouvelle()).ToList();

        Assert.Equal(2_000, tirees.Distinct().Count());
        Assert.All(tirees, r => Assert.Equal(r, ReferenceDocument.Lire(ReferenceDocument.Presenter(r))));
    }

    [Fact]
    public void Chaque_jour_atteste_les_tetes_qui_ont_bouge_et_le_jour_precedent()
    {
        TeteHorodatee[] tetes = [new(SignatureId.New(), 3, new('b', 64)), new(SignatureId.New(), 1, new('a', 64))];
        var premier = HorodatagePreuve.Calculer(null, tetes, Maintenant);
        var second = HorodatagePreuve.Calculer(premier, [new(tetes[0].SignatureId, 4, new('c', 64))], Maintenant.AddDays(1));

        Assert.Equal($"{new string('0', 64)}\n{new string('a', 64)}\n{new string('b', 64)}\n", premier.Contenu());
        Assert.Equal($"{premier.Racine}\n{new string('c', 64)}\n", second.Contenu());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(second.Contenu()))), second.Racine);
        Assert.Equal((1, 2, new DateOnly(2026, 11, 24)), (premier.Numero, second.Numero, second.Jour));
        Assert.Throws<ArgumentException>(() => HorodatagePreuve.Calculer(second, [], Maintenant));
    }

    [Fact]
    public void Un_horodatage_attend_l_autorite_et_garde_sa_reponse()
    {
        var horodatage = HorodatagePreuve.Calculer(null, [new(Circuit, 1, new('a', 64))], Maintenant);

        horodatage.NoterEchec("L’autorité d’horodatage ne répond pas.", Maintenant);
        Assert.Equal((EtatHorodatage.EnAttente, 1, null), (horodatage.Etat, horodatage.Tentatives, horodatage.HorodateLe));

        horodatage.Recevoir([1, 2], Maintenant.AddHours(1), "Autorité d’essai", Maintenant.AddHours(2));
        Assert.Equal((EtatHorodatage.Fait, 2, null, Maintenant.AddHours(1)), (horodatage.Etat, horodatage.Tentatives, horodatage.DerniereErreur, horodatage.HorodateLe));
        Assert.Throws<InvalidOperationException>(() => horodatage.Recevoir([3], Maintenant, "Une autre", Maintenant));
    }

    private static IEnumerable<EvenementPreuve> Trois()
    {
        Tete? tete = null;
        for (var i = 0; i < 3; i++)
        {
            var suivant = EvenementPreuve.Suivant(
                tete, new(Circuit, "SignatureRecueillie", Maintenant.AddMinutes(i), null, Faits("Claire Morel", i)), new(null, "Claire Morel"), new("192.0.2.7", null));
            tete = suivant.Tete;
            yield return suivant;
        }
    }

    private static Gen<string> Parmi(params string[] choix) => Gen.Int[0, choix.Length - 1].Select(i => choix[i]);

    private static JsonObject Faits(string nom, int nombre) => new()
    {
        ["signataire"] = nom,
        ["nombre"] = nombre,
        ["part"] = 12.50m,
        ["courriel"] = "claire@exemple.fr",
        ["liste"] = new JsonArray(nom, null, true),
    };

    private static string Sceau(byte[] cle, string valeur) => "hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(cle, Encoding.UTF8.GetBytes(valeur)));

    private static object? Autre(EvenementPreuve e, string champ) => champ switch
    {
        nameof(EvenementPreuve.SignatureId) => SignatureId.New(),
        nameof(EvenementPreuve.Numero) => e.Numero + 1,
        nameof(EvenementPreuve.Le) => e.Le.AddMicroseconds(1),
        nameof(EvenementPreuve.Ligne) => e.Ligne is null ? Guid.CreateVersion7() : null,
        nameof(EvenementPreuve.Par) => e.Par is null ? UtilisateurId.New() : null,
        nameof(EvenementPreuve.Faits) => e.Faits.Replace("{", "{ ", StringComparison.Ordinal),
        nameof(EvenementPreuve.Precedente) or nameof(EvenementPreuve.Empreinte) => new string('f', 64),
        _ => (string?)typeof(EvenementPreuve).GetProperty(champ)!.GetValue(e) + "x",
    };

    /// <summary>As somebody who writes in the database would.</summary>
    private static EvenementPreuve Copier(EvenementPreuve e, string champ, object? valeur)
    {
        var copie = (EvenementPreuve)typeof(object).GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(e, null)!;
        typeof(EvenementPreuve).GetProperty(champ)!.SetValue(copie, valeur);
        return copie;
    }
}
