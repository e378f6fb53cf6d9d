namespace CtgPortal.TestSupport;

/// <summary>
/// Files of figures in the true shapes of their publishers: names of columns, order, separator, quotes, byte order mark, marks of
/// secrecy. The figures are invented. Where each shape was read is told by docs/formes-de-fichiers.md.
/// </summary>
internal static class FichiersDeChiffres
{
    /// <summary>Insee, catalogue Melodi, Filosofi: one line for a measure of a place. Secret, missing, and metropolitan France apart.</summary>
    public const string FilosofiLong =
        """
        "GEO";"GEO_OBJECT";"FILOSOFI_MEASURE";"UNIT_MEASURE";"UNIT_MULT";"CONF_STATUS";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"
        "02381";"COM";"MED_SL";"EUR_YR";"0";"F";"A";2023;18950
        "02381";"COM";"PR_MD60";"PT";"0";"F";"A";2023;27.5
        "02684";"COM";"MED_SL";"EUR_YR";"0";"F";"A";2023;19410
        "02684";"COM";"PR_MD60";"PT";"0";"C";"A";2023;
        "240200600";"EPCI";"MED_SL";"EUR_YR";"0";"F";"O";2023;
        "02";"DEP";"MED_SL";"EUR_YR";"0";"F";"A";2023;20860
        "F";"FRANCE";"MED_SL";"EUR_YR";"0";"F";"A";2023;23990
        "FM";"FRANCE";"MED_SL";"EUR_YR";"0";"F";"A";2023;24010
        "01004";"COM";"MED_SL";"EUR_YR";"0";"F";"A";2023;22140
        "0201";"ARR";"MED_SL";"EUR_YR";"0";"F";"A";2023;20100

        """;

    /// <summary>Insee, catalogue Melodi, census: one line for each age and sex of each place and year.</summary>
    public static string RecensementLong
    {
        get
        {
            var lignes =
                from annee in (int[])[2016, 2022]
                from lieu in (string[])["\"02381\";\"COM\"", "\"02\";\"DEP\"", "\"2025\";\"ZE2020\"", "\"75056\";\"COM\"", "\"F\";\"FRANCE\""]
                from age in (string[])["_T", "Y_LT15", "Y15T24", "Y_GE65"]
                from sexe in (string[])["_T", "F", "M"]
                select $"\"{age}\";{lieu};\"POP\";\"{sexe}\";\"A\";{annee};{(age == "_T" ? 8800 : 1500) / (sexe == "_T" ? 1 : 2)}.5";
            return $"\uFEFF\"AGE\";\"GEO\";\"GEO_OBJECT\";\"RP_MEASURE\";\"SEX\";\"OBS_STATUS\";\"TIME_PERIOD\";\"OBS_VALUE\"\n{string.Join('\n', lignes)}\n";
        }
    }

    /// <summary>Insee, « base-cc » of the census: one line for a commune, the year in the names of columns.</summary>
    public const string BaseComparateur =
        """
        CODGEO;P22_POP;P16_POP;P22_POP0002;C22_MEN;C22_FAMMONO;NAISD24;DECESD24
        01004;14200;13900;480;6100;720;160;110
        02381;8795.5;9050.25;244.1;4010;655.3;91;140
        02684;3391;3480;96.7;1490;201;33;41

        """;

    /// <summary>Insee, Filosofi before 2023: decimal comma, « s » for a secret, « nd » for what is missing.</summary>
    public const string FilosofiLarge =
        """
        CODGEO;LIBGEO;NBMENFISC21;MED21;PIMP21;TP6021
        01004;Ambérieu-en-Bugey;6500;22140;52,0;15,0
        02381;Hirson;4050;18720;38,5;27,0
        02684;Saint-Michel;1480;19230;s;nd

        """;

    /// <summary>data.caf.fr, all benefits by commune, as exported: technical names, the month of December, rounded to 5.</summary>
    public const string CafPrestations =
        "\uFEFFdtreffre;numcomdo;nomcom;indfoy_ndur;indnbp_ndur;indfoy_rsa;indmtt_rsa;indfoy_ppa\n"
        + "2023-12;02381;HIRSON;2450;5720;515;274300;640\n2024-12;02381;HIRSON;2430;5650;505;281000;655\n"
        + "2024-12;02684;SAINT MICHEL;780;1810;120;66100;215\n2024-12;01004;AMBERIEU EN BUGEY;4100;9000;400;215000;900\n2024-12;;;310;410;95;41200;30\n";

    /// <summary>The same with the labels that the site offers.</summary>
    public const string CafAvecLibelles =
        "\uFEFFDate référence;Numéro commune;Nom commune;Nombre foyers NDUR;Nombre personnes NDUR;Nombre foyers RSA\n"
        + "2024-12;02381;HIRSON;2430;5650;505\n2024-12;01004;AMBERIEU EN BUGEY;4100;9000;400\n";

    /// <summary>data.caf.fr, places for 100 children under three, by intercommunalité; « XX » stands for the communes in none.</summary>
    public const string CafCouverture =
        "\uFEFFannee;numepci;nomepci;txcouv_epci;txcouv_eaje_epci;txcouv_psu_col_epci;txcouv_ind_epci;txcouv_am_ind_epci\n"
        + "2022;240200600;CC DES TROIS RIVIERES;52.1;9.8;9.8;42.3;41.9\n2023;240200600;CC DES TROIS RIVIERES;50.6;10.1;10.1;40.5;40\n"
        + "2022;200054781;CA DE CERGY PONTOISE;60;31;25;29;24\n2023;200054781;CA DE CERGY PONTOISE;61;31.2;25;29.8;24.1\n2023;200063808;CC AUTRE;58.2;20;20;38.2;38\n2023;XX;XX;195.8;90;90;105.8;105.8\n";
}
