// Month names and their usual abbreviations, folded, of the languages the rules speak: what makes "3 May" a date token.
const NAMES = `
jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
janvier janv fevrier fevr fev mars avril avr mai juin juillet juil aout septembre octobre novembre decembre
januar februar marz maerz juni juli oktober okt dezember dez janner
enero ene febrero marzo abril abr mayo junio julio jul agosto ago septiembre setiembre octubre noviembre diciembre dic
gennaio gen febbraio aprile maggio mag giugno giu luglio lug settembre set ottobre ott dicembre
janeiro fevereiro marco maio junho julho setembro outubro out novembro dezembro
januari februari maart mrt mei augustus
styczen stycznia sty luty lutego lut marzec marca kwiecien kwietnia kwi maj maja cze lip wrz paz lis gru czerwiec czerwca lipiec lipca sierpien sierpnia wrzesien wrzesnia pazdziernik pazdziernika listopad listopada grudzien grudnia
`;

export const MONTHS: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter(Boolean));
