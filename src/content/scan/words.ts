/**
 * What login pages say, in some thirty languages: for each concept the words in Latin script, then those in others.
 * Written as `lexicon.ts` compares them, in lower case and without accents (й is и, ş is s). A space may stand anywhere
 * within a word or be missing (the hyphen of `sign-in` is for the reader: "Sign in", "sign_in" and "signin" are found).
 * A word of up to four letters stands alone, a longer one may begin or sit inside a longer word; a leading dot lets a
 * word only begin one: `.search` is not in "research", `.neu` is in "Neues".
 */
export const words = {
  user: [
    `.user username usr id uid uname login acct account member customer client nick screenname identif usu konto compte
      cuenta conta benutzer kunde utilis usuari utente utiliza gebruiker uzytkow uzivatel kullanici anvandar bruger
      bruker kayttaj felhasz korisni uporab istifadeci ten-dang pengguna`,
    `логин пользов користув потреб χρηστ 用户 用戶 账号 帐号 帳號 账户 会员 會員 会員 ユーザ アカウント 아이디 사용자 مستخدم کاربر משתמש ผู้ใช้ उपयोगकर्ता`,
  ],
  email: [
    `email mail eposta courriel correo poczt`,
    `.почт .пошт имеил メール 邮箱 郵箱 이메일 بريد ایمیل אימייל דוא อีเมล`,
  ],
  phone: [
    `phone mobile tel handy movil celular gsm puhelin`,
    `телефон мобил 手机 手機 電話 携帯 휴대 هاتف טלפון`,
  ],
  person: [
    `first-name last-name fname lname surname given-name family-name full-name middle-name your-name vorname nachname
      prenom apellido sobrenome cognome nazwisko prijmeni soyad address street city zip postal province country birth dob
      day month year gender company organi adresse`,
    `фамил отчеств адрес город рожден 姓名 氏名 地址 住所 生日 생년 이름 العائلة`,
  ],
  login: [
    `.log-in .logon .sign-in signin .sign-on authenticat authoriz anmeld einlogg connexion .connecte .conect identifi
      authentif iniciar-ses inicia-ses inicia-la inicio-de-ses .acced .accesso ingresar .entrar .entra .entre .acess
      .inlog zaloguj logowani prihlas giris oturum .logga-in .logg-inn kirjaudu bejelent belepes .prijav daxil-ol masuk
      dang-nhap`,
    `воити вход входа авториз увіити вхід συνδεση εισοδο 登录 登錄 登入 登陆 ログイン サインイン 로그인 تسجيل-الدخول دخول ورود התחבר כניסה
      เข้าสู่ระบบ लॉगिन लॉग-इन`,
  ],
  signup: [
    `.sign-up signup sign-me-up .register .registr reg .join .enrol create-account create-an create-my create-your
      create-new create-free open-account new-account .erstellen .inscri creer-un creez-un crear-cuenta crear-una cadastr
      criar-conta criar-uma .crea-un .crea-account zaloz zaregist rejestr utworz-konto vytvorit-uc .kayit .kaydol uye-ol
      skapa-konto .opret .oppret rekister luo-tili .inregistr regisz creeaz ustvari kreiraj qeydiyyat dang-ky daftar`,
    `регистр зарегистр создать реєстр створити εγγραφ 注册 註冊 会員登録 新規登録 アカウント作成 アカウントを作成 가입 إنشاء ثبت-نام عضویت הרשמה
      הירשם สมัคร ลงทะเบียน पंजीकर`,
  ],
  fresh: [
    `.new .neu .nouveau .nueva .nova .nuova .nieuw .nowe .nove .nytt .yeni uusi uj .choose .create .pick .set-a .wahle
      .choisi .elige .crea .scegli .kies .wybierz .zvolte at-least characters zeichen caracter`,
    `новыи придума νεο 新密 新しい 设置 새 جديد חדש ใหม่ символ`,
  ],
  again: [
    `.confirm conf .repeat .again .re-type .re-enter .re-pass verify-pass password-check wiederhol bestatig repet repit
      ripeti conferma herhaal bevestig powtorz potvr znovu tekrar bekraft gentag bekreft gjenta vahvista ujra ulangi
      nhap-lai .ponov`,
    `повтор подтверд підтверд επιβεβ 确认 確認 再次 再入力 확인 تأكيد تکرار אימות ยืนยัน पुष्टि`,
  ],
  old: [
    `.current .old .existing aktuell altes .actuel .ancien .actual .anterior .atual .attuale .vecchia huidig obecne
      stare soucasn mevcut eski nuvarande nykyinen jelenlegi`,
    `текущ .стар деиств поточн τρεχ 当前 當前 现在 原密 旧 現在 현재 기존 الحالي فعلی נוכחי`,
  ],
  password: [
    `passw pass passord pwd pw psw kennwort mot-de-passe mdp contrasen clave senha wachtwoord haslo hasla heslo sifre
      parol losenord adgangskode salasana jelsz lozink geslo mat-khau sandi`,
    `парол κωδικος-προσβ συνθημα 密码 密碼 パスワード 비밀번호 كلمة-المرور رمز-عبور סיסמ รหัสผ่าน पासवर्ड`,
  ],
  code: [
    `otp totp 2fa mfa tfa otc .one-time .verificat .verifica verify-code authentication-code authenticator-code
      security-code auth-code two-factor sms-code digit-code einmal bestatigungscode sicherheitscode code-de-secur
      codigo-de-seg verifiek weryfik overovaci dogrulama onay-kod verifiering engangsk bekraeftelsesk
      vahvistusk ellenorzo tesdiq-kod kontrolni-kod potrditven kode-verif ma-xac`,
    `код-под код-из код-за одноразов код-підтв κωδικος-επαλ 验证码 驗證碼 动态码 認証コード 確認コード ワンタイム 인증번호 인증코드 رمز-التحقق
      کد-تایید קוד-אימות קוד-חד รหัสยืนยัน सत्यापन`,
  ],
  captcha: [
    `captcha image-code img-code check-code rand-code characters-you letters-shown`,
    `картинк капч 图形 画像`,
  ],
  search: [
    `.search .query q .find suche .recherch .buscar .busca .zoek .szukaj .hledat ara sok sog haku keres cauta cari
      .cerca trazi`,
    `поиск пошук αναζητ 搜 検索 검색 بحث جستجو חיפוש ค้นหา`,
  ],
  forgot: [
    `.forgot .lost .reset .recover vergessen oubli .olvid .esquec dimentic vergeten .zapomn .zapomen unuttu glomt
      .glemt .unohd elfelejt .uitat lupa quen-mat`,
    `забыл восстан забули ξεχασ 忘记 忘記 忘れ 找回 재설정 찾기 نسيت שכחת فراموش ลืม`,
  ],
  news: [
    `newsletter .subscrib mailing-list .abonn .suscri .assine .bulten .prenumer`,
    `подпис рассыл 订阅 購読 구독`,
  ],
  secret: [
    `pin pin-code ssn tin cvv cvc csc answer secret-q security-q social-security promo coupon gift voucher referral`,
    '',
  ],
  card: [
    `card-number ccnum cc credit-card debit-card card-holder name-on-card expir iban billing shipping`,
    '',
  ],
  remember: [
    `.remember keep-me .stay eingeloggt angemeldet-b souvenir record lembrar onthoud zapam hatirla`,
    `запомн 记住 自动登`,
  ],
  terms: [
    `.terms .agree privacy .accept tos datenschutz termin regulamin`,
    `соглас 同意 条款 規約 약관`,
  ],
  next: [
    `.next .continu .proceed .weiter .suivant .siguiente .avancar .avanti .volgende .verder dalej dalsi .pokrac ileri
      devam nasta neste naeste jatka .tovabb tiep-tuc lanjut`,
    `далее продолж далі συνεχ 下一步 继续 繼續 次へ 다음 계속 التالي متابعة המשך הבא ادامه ถัดไป`,
  ],
  provider: [`google facebook apple twitter microsoft linkedin github passkey sso`, ''],
  tenant: [`.domain .tenant .workspace company-id company-code store`, ''],
} as const;
