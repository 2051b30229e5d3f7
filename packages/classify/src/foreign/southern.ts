// Words by core sense in Turkish, Hebrew and Catalan. The form is SenseLines.
import type { SenseLines } from './core-senses.ts';

export const southern: Readonly<Record<'tr' | 'he' | 'ca', SenseLines>> = {
  tr: `
    cancel iptal fesih fesh sonlandır vazgeç cayma
    end son. sona sonu bitti bitecek biter bitiş sonlan
    expire dolu doldu dolacak dolmak geçerlil süresi bitiş
    stop durdur kesil sonlandır
    suspend askı asky engel kısıt devre
    pause duraklat dondur ara.
    resume devam yeniden tekrar
    switch değiş geçiş geçtiniz güncel yüksel
    last son. nihai
    until kadar dek.
    sorry üzgün maalesef özür üzül
    thanks teşekkür memnun
    start başla başlat başlad etkin hoş yeni oluştur kayıt kaydol
    soon yakında yaklaş sonraki hatırlat gelecek önümüzdeki
    subscription abone aboneli aboneliğ
    contract sözleşme taahhüt poliçe
    membership üye üyel üyeliğ dernek kulüp
    plan plan planı paket paketi tarife
    trial deneme
    account hesap hesab profil ayarlar
    service hizmet servis barındır
    order sipariş rezerv satın bilet teslim kargo
    access eriş erişim giriş oturum
    newsletter bülten
    password şifre parola kod. kodu
    donation bağış destek
    card kart kartı kartın banka
    charge tahsil çekil çekim alın alınacak
    invoice fatura makbuz fiş.
    pay öde ödeme ödeyin ödendi
    refund iade
    fee ücret fiyat tutar bedel
    renew yenile yenilen uzat tekrarla
    automatic otomatik
    fail başarısız reddedil alınamadı gerçekleştirilemedi yapılamadı hata ödenme
    free ücretsiz bedava
    request talep talebi istek isteğ
    receive aldık alındı ulaştı
    confirm onay onayla doğrula
    done başarı tamamlan
    pending bekle işlen incele
    period ay. aylık ayda yıl. yıllık hafta dönem
    day gün günü tarih tarihinde bugün yarın
    not değil yok. olmadan hiçbir olmaz
    if eğer ise. halinde
    before önce evvel
    now şimdi hemen şu. artık
    click tıkla bağlantı düğme
    keep koru devam kalır`,
  he: `
    cancel ביטול בוטל בוטלה לבטל ביטלת ביטלנו מבוטל
    end סיום הסתיים הסתיימה יסתיים תסתיים מסתיים סוף
    expire פג. פגה יפוג תפוג פקיעה תוקף תוקפו בתוקף
    stop הפסק הופסק הופסקה להפסיק יופסק
    suspend השעי הושעה הושעתה נחסם חסימ מוגבל
    pause השהי הושהה הקפא הוקפא
    resume חידשנו חודשה חודש. מחדש שוחזר
    switch שינוי שונה שונתה עדכון עודכן שדרוג מעבר
    last אחרון אחרונה סופי
    until עד.
    sorry מצטער צר. לצערנו סליחה
    thanks תודה מודים שמחים
    start התחל החל הופעל הופעלה הפעל ברוך ברוכים חדש חדשה הצטרפ נרשמ
    soon בקרוב הקרוב הבא הבאה תזכורת
    subscription מנוי המנוי מינוי למנוי
    contract חוזה הסכם פוליסה
    membership חבר חברות חברי עמותה מועדון
    plan תוכנית תכנית חבילה מסלול התוכנית התכנית
    trial ניסיון נסיון הניסיון
    account חשבון החשבון פרופיל הגדרות
    service שירות השירות אחסון
    order הזמנ הזמנה ההזמנה רכישה קנייה כרטיס. משלוח
    access גישה כניסה התחבר
    newsletter ניוזלטר עלון דיוור
    password סיסמ סיסמה קוד.
    donation תרומ תרומה התרומה תרומתך תרמת תמיכ
    card כרטיס הכרטיס אשראי בנק
    charge חיוב חויב חויבת חייבנו תחויב יחויב נגבה
    invoice חשבונית קבלה החשבונית
    pay תשלום התשלום שילמת לשלם ישולם שולם
    refund החזר זיכוי הוחזר
    fee מחיר המחיר עלות סכום דמי
    renew חידוש מתחדש יתחדש תתחדש יחודש חוזר קבוע
    automatic אוטומטי אוטומטית
    fail נכשל נכשלה נדחה נדחתה שגיאה בפיגור
    free חינם בחינם
    request בקש בקשה בקשת בקשתך
    receive קיבלנו התקבל התקבלה
    confirm אישור אישרנו לאשר אושר מאשרים
    done הושלם הושלמה בהצלחה בוצע
    pending ממתין ממתינה בטיפול בבדיקה
    period חודש חודשי חודשית שנה שנתי שנתית שבוע תקופ לחודש לשנה
    day יום ימים תאריך בתאריך היום מחר
    not לא. אין אינו בלי ללא
    if אם. במידה
    before לפני
    now עכשיו כעת מיד כבר
    click לחץ לחצו קישור כפתור
    keep להמשיך נשאר ימשיך`,
  ca: `
    cancel cancel·l cancel anul resol rescind baixa donar desist desapunt
    end fi. final finalit acab conclou concl termin
    expire caduc venç vencim expir
    stop atur deixa suspen
    suspend suspen bloq restring desactiv
    pause paus ajorn
    resume repren reactiv represa torna
    switch canvi canvia modific actualitz passat
    last últim darrer definitiu
    until fins
    sorry lament sentim disculp
    thanks gràci gracies agraï agraim
    start comen començ inici activ benving nou. nova creat alta registr
    soon aviat pròxim propers properes record següent
    subscription subscri subscripci abon
    contract contract acord pòlissa
    membership soci. socia socis membre associaci club quota
    plan pla. plans paquet tarif nivell
    trial prova proves
    account compte comptes perfil configur
    service servei serveis allotj
    order comand reserv compr entrad enviam
    access accé accedi
    newsletter butllet
    password contrasen codi
    donation donaci donat donatiu aportaci col·labor
    card target banc
    charge càrreg carreg cobr cobram domicili
    invoice factur rebut
    pay pag pagam pagat pagament abona
    refund reembors devoluci retorn
    fee preu preus cost import quota
    renew renov prorrog recurr
    automatic automàt automat
    fail error rebutj fallat impagat pendent
    free gratuï gratuit gratis
    request sol·lic solicit petici demana
    receive rebut rebem
    confirm confirm
    done èxit completat fet. realitz
    pending pendent tramit espera
    period mes. mesos mensual any. anys anual setman períod trimest
    day dia. dies data avui demà
    not no. sense mai cap.
    if si.
    before abans
    now ara. immedi ja.
    click clic feu enllaç botó
    keep mantin continua`,
};
