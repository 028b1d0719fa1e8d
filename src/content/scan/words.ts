/**
 * What login pages say, in some forty languages: for each concept the words in Latin script, then those in others.
 * Written as`lexicon.ts`compares them, in lower case and without accents (й is и, ş is s). A space may stand anywhere
 * within a word or be missing (the hyphen of`sign-in`is for the reader: "Sign in", "sign_in" and "signin" are found).
 * A word of up to four letters stands alone, a longer one may begin or sit inside a longer word; a leading dot lets a
 * word only begin one:`.search`is not in "research",`.neu`is in "Neues".
 */
export const words = {
  user: [
    `.user username usr id uid uname userid login acct account .member customer client nick screenname identif identyf
      usu konto kontu ucet uctu tili fiok fiokot fiokj racun hesap hesab akun akaun paskyr reikning tai-khoan cont contul compte cuenta conta benutzer kunde nutzer utilis usuari utente utiliza gebruiker uzytkow
       uzivat kullanici anvandar bruger bruker kayttaj felhasz korisni uporab istifadeci ten-dang pengguna
      vartotoj naudotoj lietotaj kasutaja notanda notend matric dni nie nif rut
      rfc curp cedula cpf cnpj matricul codice-fiscale personnummer henkilotunnus kimlik pesel nip bsn
      rodne-cislo employee student policy-num barcode`,
    `логин пользов користув потреб корисни карыстал учетн аккаунт акаунт обліков акаўнт χρηστ λογαριασμ 用户 用戶 使用者 账号 帐号 帳號 账户 帐户 帳戶 会员 會員 工号 学号 ユーザ アカウント 会員番号 お客様番号 ログインid
      아이디 사용자 계정 مستخدم کاربر حساب رقم-الهوية משתמש חשבון תעודת-זהות ผู้ใช้ บัญชี उपयोगकर्ता खाता ব্যবহারকারী অ্যাকাউন্ট მომხმარებ օգտանուն օգտվող снилс
      табельн лицев паидалан`,
  ],
  email: [
    `e-mail mail e-post netfang courriel correo posta-elettr poczt pastas sahkoposti tolvupost correu`,
    `.почт .пошт имеил メール 邮箱 郵箱 邮件 郵件 信箱 電郵 电邮 이메일 메일 بريد ایمیل אימייל דוא อีเมล ईमेल ইমেইল ηλ-ταχυδρομ ფოსტა փոստ`,
  ],
  phone: [
    `phone mobile tel handy movil celular gsm puhelin telefon telefono telephone telemovel sdt dien-thoai`,
    `телефон мобил 手机 手機 電話 电话 携帯 휴대 전화 هاتف جوال موبایل טלפון נייד โทรศัพท์ मोबाइल ফোন τηλεφ κινητο ტელეფონ`,
  ],
  person: [
    `first-name last-name fname lname surname given-name family-name full-name middle-name your-name vorname nachname
      prenom nombre apellido sobrenome cognome nazwisko prijmeni priezvisko fornavn etternavn efternavn fornamn etunimi
      sukunimi keresztnev vezeteknev csaladi-nev utonev prenume soyad ho-ten nama-lengkap address street city zip postal post-code
      province country area-code birth dob day month year gender company organi adresse`,
    `фамил отчеств ваше-имя адрес город рожден прізвищ 姓名 氏名 お名前 地址 住所 生日 생년 이름 성함 العائلة الاسم نام-خانوادگی ονοματεπ επωνυμ ชื่อ-นามสกุล`,
  ],
  login: [
    `.log-in .logon signin .sign-on .log-me-in authenticat authoriz anmeld einlogg connexion .connecte .conect
      identifi authentif iniciar-ses inicia-ses inicia-la inici-de inicio-de-ses .acced .accesso acces-client ingresar
      .entrar .entra .entre .acess autentic aceder .inlog zaloguj logowani prihlas giris oturum .logga-in .logg-inn
      .logg-pa kirjaudu .bejelent belepes .prijav autentificare daxil-ol masuk dang-nhap prisijung
      ieiet pieslegt pieteik .autoriz sisene logi-sisse innskra skra-inn welcome-back
      access-your existing-customer returning-customer`,
    `воити воидите вход входа авториз увіити вхід увіидіть уваиді влез влизане наjави пријав најав συνδεση συνδεθ εισοδο
      登录 登錄 登入 登陆 ログイン サインイン 로그인 دخول ورود התחבר כניסה เข้าสู่ระบบ लॉगिन लॉग-इन साइन-इन প্রবেশ লগইন 
      შესვლა ავტორიზ մուտք кіру`,
  ],
  signup: [
    `signup sign-me-up regist reg .join .enrol create-account create-an open-account get-started start-your start-free start-trial
      free-trial try-free try-it-free accept-invit claim-your activate-account activate-your .erstellen .eroffnen neu-hier .inscr abrir-cuenta cadastr abrir-conta .iscriv zaloz rejestr
      .kayit .kaydol uye-ol bli-medlem .opret .oppret rekister regisz
      ustvari kreiraj qeydiyyat dang-ky daftar aanmaken susikur rreg
`,
    `регистр зарегистр создать создание реєстр створити створення регистрац създаи направи-профил рэгістр εγγραφ δημιουργ
      注册 註冊 免费试 登録 가입 회원등록 إنشاء تسجيل-جديد اشترك ثبت-نام
      عضویت הרשמה הירשם สมัคร ลงทะเบียน पंजीकर साइन-अप নিবন্ধন რეგისტრ գրանց тіркел`,
  ],
  fresh: [
    `.new .neu .nouveau .nouvelle .nueva .nuevo .nova .novo .nuova .nuovo .nieuw .nowe .nove .novy .nytt .yeni uusi uj
      .noua .novu .nauj .jaun uus .baru ny .choose .pick .set-a set-your set-pass .wahle vergeben festleg .choisi
      .definiss .elige .crea .cree .cria .crie .defin .skapa luo .anleg maak buat .cipta .stofna loo .utworz letrehoz .scegli .imposta .kies .wybierz .ustaw .zvolte .vytvor .valj .vaelg
      .velg .valitse .belirle .olustur .odaberi .tao moi`,
    `.новы новии .нова .нову придума задаите созда створ ствар νεο δημιουργ ορισ 新密 新的 新しい 设置 设定 設定 创建 建立 作成 作る 새-비 새로 만들 جديد جدید ایجاد חדש צור ใหม่ ตั้ง สร้าง नया बना তৈরি নতুন նոր ახალი жаңа`,
  ],
  rule: [
    `at-least characters zeichen caracter caratteri tekens znakow znaku znakov tecken .tegn merkki karakter simvol
      uppercase lowercase special-char grossbuchst strength  
      ky-tu case-sensitive`,
    `символ знаков не-менее не-короче χαρακτηρ 位密 位数 含数字 字符 文字以 英数 大文字 半角 이상 자리 特殊 أحرف کاراکتر תווים อักขระ अक्षर`,
  ],
  again: [
    `.confirm conf .repeat .again .re-type .re-enter .re-pass .retype verify verif-pass verifizier password-check
      wiederhol bestatig erneut repet repit repeti confirme conferma ripeti herhaal bevestig powtorz potwierdz .potvr
      znovu zopak tekrar onayla bekraft gentag bekreft gjenta upprepa vahvista uudelleen ujra megerosit ulangi konfirm
      nhap-lai xac-nhan .ponov patvirtin apstiprin kinnita korda stadfest`,
    `повтор подтверд підтверд ещё-раз еще-раз потвърд поново επιβεβ ξανα 确认 確認 確定密 再次 重复 再入力 확인 재입력 تأكيد تایید تکرار אימות
      אישור-סיסמ ยืนยัน पुष्टि გაიმეორ`,
  ],
  old: [
    `.current .old .existing .present-pass aktuell altes bisherig .actuel .ancien .actual .anterior .antigua .atual
      .antiga .attuale .vecchia huidig .oude obecne aktualne dotychczas .stare soucasn .sucasn mevcut eski nuvarande
      .gammal .gamle nykyinen .vanha jelenlegi regi .actuala .veche .trenutn .dabartin .pasreiz praegune nuveran
      .saat-ini .lama hien-tai khau-cu`,
    `текущ .стар деиств поточн теперішн τρεχ παλι 当前 當前 现在 原密 旧密 旧パ 現在 현재 기존 الحالي القديم فعلی קיים נוכחי ישנה ปัจจุบัน เดิม वर्तमान`,
  ],
  password: [
    `passw pass passord pwd pw psw passwd passphrase kennwort mot-de-passe mdp contrasen contrasenya clave senha
      palavra-passe wachtwoord haslo hasla heslo heslem sifre parol losenord adgangskode kodeord salasana jelsz lozink
      geslo sifra mat-khau sandi kata-laluan slaptazod lykilord`,
    `парол кодовое-слово лозин шифр κωδικος-προσβ συνθημα 密码 密碼 口令 暗証番号 パスワード 비밀번호 암호 كلمة-المرور كلمة-السر رمز-عبور گذرواژه
      סיסמ รหัสผ่าน पासवर्ड পাসওয়ার্ড პაროლ գաղտնաբառ құпия`,
  ],
  otp: [
    `otp totp otp-code 2-fa mfa tfa otc .one-time authenticator two-factor factor-auth factor-code step-verif sms-code 
      digit-code einmal tan sms-kod code-sms codigo-sms codice-sms faktor second-factor usage-uniq un-sol-us solo-uso uso-unic monouso
       eenmalig tek-sefer vienkart doble-factor due-fattori passcode engangsk jednoraz jednorazov jednokrat kertakaytt
      egyszer`,
    `双因素 雙因素 两步验证 二步验证 段階認証 одноразов фактор код-из код-за код-в-смс код-подтв код-підтв смс-код 动态码 動態碼 短信验证 手机验证码 短信驗證 简讯验证 邮箱验证码 ワンタイム 一次性 認証コード
      認証番号 인증번호 인증코드 مرة-واحدة μιας-χρησ کد-یکبار رمز-یکبار קוד-חד ओटीपी`,
  ],
  code: [
    `verificat .verifica .verifiq verifik verify-code .verifier-code authentication-code security-code auth-code
      confirmation-code bestatigungscode sicherheitscode code-de-secur code-de-valid code-de-conf code-d-auth fizierungsc 
       codigo-de-seg codigo-de-aut codigo-de-conf codice-di weryfik overovaci overovac dogrulama onay-kod
      verifiering verifiser visszaigaz pengesah todennusk bevestigingsc bekraeftelsesk bekreftelsesk vahvistusk ellenorzo tesdiq-kod kontrolni-kod potrditven
      ma-xac patvirtinimo-kod`,
    `επαληθευ вериф верыфік проверочн 検証 验证码 驗證碼 校验码 确认码 確認コード 認証コ رمز-التحقق رمز-التأكيد کد-تایید کد-تأیید קוד-אימות รหัสยืนยัน सत्यापन код-перевірки`,
  ],
  cipher: [
    `code kod kode kood koodi kods codigo codice codi kodo cod token`,
    `код 代码 代碼 コード 코드 κωδικος رمز كود کد קוד รหัส कोड`,
  ],
  captcha: [
    `captcha image-code img-code check-code rand-code characters-you shown-in characters-shown`,
    `картинк капч 图形 圖形 图片验 画像 看不清 换一张`,
  ],
  search: [
    `.search .query .find .filter suche .recherch .buscar .busca .zoek .szukaj .hledat .hlada ara sok sog haku keres
      cauta cari .cerca trazi .isci tim-kiem paieska meklet otsi leita`,
    `поиск пошук .търс αναζητ 搜索 搜寻 搜尋 検索 검색 بحث جستجو חיפוש ค้นหา खोज`,
  ],
  forgot: [
    `.forgot .lost reset .recover .trouble can-t-access vergessen zuruckset oubli .reinitial .olvid .oblid .recuper .restable
      .esquec .redefin dimentic .smarrit vergeten .zapomn .zapomen .zabud nie-pamiet .odzysk .obnov unuttu .sifirla
      glomt .aterstall .glemt .nulstil .unohd .unohtu elfelejt .uitat .reimpost .pozab .zaborav lupa quen-mat
      .pamirs .aizmirs .unustas .gleymt`,
    `забыл не-помню восстан сброс скинут забули віднов забрав ξεχασ επαναφ 忘记 忘記 忘れ 找回 重置 リセット 再設定 재설정 찾기 잊으 잊어 نسيت استعادة שכח שחזור
      فراموش بازیابی تنظیم-مجدد ลืม भूल`,
  ],
  news: [
    `newsletter .subscrib mailing-list .abonn .suscri .assine .bulten .prenumer notify-me notified 
      keep-me-posted updates-from inbox .aanmeld nieuwsbrief nyhetsbrev nyhedsbrev uutiskirje hirlevel 
`,
    `подпис рассыл бюлетин 订阅 訂閱 購読 メルマガ 구독 النشرة خبرنامه ניוזלטר`,
  ],
  secret: [
    `pin pin-code ssn tin cvv cvc csc answer secret-q security-q social-security promo coupon discount gift voucher
      referral .invit einlad convite api-key license-key licence-key gutschein rabatt recovery-code recovery-auth backup scratch-code
      wiederherstellungsc code-de-secours code-de-recup codigo-de-recup codice-di-recup kod-zapasow`,
    `промокод купон контрольн-вопрос код-восстан резервн 优惠 邀请码 恢复码 恢复代码 备用码 クーポン リカバリ バックアップコード`,
  ],
  card: [
    `card-number ccnum cc credit-card debit-card card-holder name-on-card expir iban billing shipping delivery
      kartennummer numero-de-tarj numero-de-carte numero-carta numer-karty pay-now`,
    `номер-карты カード番号 卡号`,
  ],
  remember: [
    `.remember keep-me .stay save eingeloggt angemeldet-b merken speicher souvenir enregistr record recuerd guardar mantener lembrar
      salva ricorda onthoud opslaan zapam zapisz husk mig-huskn muista hatirla trust-this`,
    `запомн запам сохран 记住 記住 保存 自动登 ログイン状態 로그인-상태 자동-로그인 تذكرني זכור จดจำ`,
  ],
  terms: [
    `.terms .agree .agb privacy .accept tos datenschutz nutzungsbed conditions termin .condici .termos regulamin
      voorwaarden podmink villkor vilkar kosullar sozlesme consent`,
    `соглас услови умови 同意 条款 条例 协议 規約 약관 الشروط קראתי תקנון ข้อกำหนด .ορου`,
  ],
  already: [
    `already bereits schon-kunde deja-un deja-client ya-tienes ya-tengo ja-tem ja-tenho
       hai-gia al-een masz-juz uz-mate zaten har-du-redan har-allerede
       onko-sinulla-jo van-mar ai-deja vec-imate imas-nalog da-co sudah-punya`,
    `уже-есть уже-зарег вже-є вже-зареєстр εχετε-ηδη 已有 すでに お持ちの方 이미 لديك-حساب قبلا כבר-רשום มีบัญชี`,
  ],
  next: [
    `.next .continu .proceed .weiter .suivant .valider .siguiente .seguinte .avancar .avanti .prosegui .volgende .verder
      dalej dalsi .pokrac ileri devam .forts .doorga .kontyn nasta neste naeste jatka seuraava .tovabb .urmatorul .nastavi .naprej tiep-tuc
      tiep-theo lanjut toliau talak edasi afram submit ok go`,
    `далее далі продолж продовж працяг напред συνεχ επομεν 下一步 继续 繼續 次へ 続ける 다음 계속 التالي متابعة המשך הבא ادامه بعدی ถัดไป ดำเนินการต่อ
      आगे`,
  ],
  provider: [
    `google facebook apple twitter microsoft linkedin github gitlab-com passkey sso saml`,
    '',
  ],
  tenant: [
    `ssid wifi smtp .domain .tenant .workspace company-id company-code company-name store server host hostname database realm`,
    `租户`,
  ],
} as const;
