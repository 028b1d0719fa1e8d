/** What pages write on their fields and buttons, in the words a native page uses; field names say nothing. */
export type Phrases = {
  readonly login: string;
  readonly signup: string;
  readonly user: string;
  readonly password: string;
  readonly repeat: string;
  readonly forgot: string;
  readonly code: string;
  readonly next: string;
  readonly search: string;
};

const phrases = (...said: string[]): Phrases => {
  const [login = '', signup = '', user = '', password = '', repeat = ''] = said;
  const [forgot = '', code = '', next = '', search = ''] = said.slice(5);
  return { login, signup, user, password, repeat, forgot, code, next, search };
};

// In the order of the type: login, sign-up, user, password, repeat, forgot, code, next, search.
// biome-ignore format: one language a paragraph is what a reader compares
export const languages: Record<string, Phrases> = {
  en: phrases('Log in', 'Sign up', 'Username or email', 'Password', 'Confirm password',
    'Forgot your password?', 'Verification code', 'Next', 'Search'),
  de: phrases('Anmelden', 'Konto erstellen', 'Benutzername oder E-Mail', 'Passwort', 'Passwort wiederholen',
    'Passwort vergessen?', 'Bestätigungscode', 'Weiter', 'Suche'),
  fr: phrases('Se connecter', 'Créer un compte', 'Identifiant ou e-mail', 'Mot de passe', 'Confirmez le mot de passe',
    'Mot de passe oublié ?', 'Code de vérification', 'Suivant', 'Rechercher'),
  es: phrases('Iniciar sesión', 'Crear cuenta', 'Usuario o correo electrónico', 'Contraseña', 'Repetir contraseña',
    '¿Has olvidado tu contraseña?', 'Código de verificación', 'Siguiente', 'Buscar'),
  pt: phrases('Entrar', 'Criar conta', 'Usuário ou e-mail', 'Senha', 'Confirme a senha',
    'Esqueceu a senha?', 'Código de verificação', 'Avançar', 'Buscar'),
  it: phrases('Accedi', 'Registrati', 'Nome utente o e-mail', 'Password', 'Conferma password',
    'Password dimenticata?', 'Codice di verifica', 'Avanti', 'Cerca'),
  nl: phrases('Inloggen', 'Registreren', 'Gebruikersnaam of e-mailadres', 'Wachtwoord', 'Herhaal wachtwoord',
    'Wachtwoord vergeten?', 'Verificatiecode', 'Volgende', 'Zoeken'),
  ca: phrases('Inicia la sessió', 'Registra’t', 'Nom d’usuari', 'Contrasenya', 'Repeteix la contrasenya',
    'Heu oblidat la contrasenya?', 'Codi de verificació', 'Continua', 'Cerca'),
  sv: phrases('Logga in', 'Skapa konto', 'Användarnamn eller e-post', 'Lösenord', 'Bekräfta lösenord',
    'Glömt lösenordet?', 'Verifieringskod', 'Nästa', 'Sök'),
  da: phrases('Log ind', 'Opret konto', 'Brugernavn eller e-mail', 'Adgangskode', 'Gentag adgangskode',
    'Glemt adgangskode?', 'Bekræftelseskode', 'Næste', 'Søg'),
  nb: phrases('Logg inn', 'Opprett konto', 'Brukernavn eller e-post', 'Passord', 'Gjenta passord',
    'Glemt passord?', 'Engangskode', 'Neste', 'Søk'),
  fi: phrases('Kirjaudu sisään', 'Rekisteröidy', 'Käyttäjätunnus tai sähköposti', 'Salasana', 'Vahvista salasana',
    'Unohditko salasanasi?', 'Vahvistuskoodi', 'Seuraava', 'Haku'),
  pl: phrases('Zaloguj się', 'Załóż konto', 'Nazwa użytkownika lub e-mail', 'Hasło', 'Powtórz hasło',
    'Nie pamiętasz hasła?', 'Kod weryfikacyjny', 'Dalej', 'Szukaj'),
  cs: phrases('Přihlásit se', 'Zaregistrovat se', 'Uživatelské jméno nebo e-mail', 'Heslo', 'Heslo znovu',
    'Zapomněli jste heslo?', 'Ověřovací kód', 'Další', 'Hledat'),
  sk: phrases('Prihlásiť sa', 'Vytvoriť účet', 'Používateľské meno alebo e-mail', 'Heslo', 'Potvrďte heslo',
    'Zabudli ste heslo?', 'Overovací kód', 'Ďalej', 'Hľadať'),
  hu: phrases('Bejelentkezés', 'Regisztráció', 'Felhasználónév vagy e-mail-cím', 'Jelszó', 'Jelszó újra',
    'Elfelejtette a jelszavát?', 'Ellenőrző kód', 'Tovább', 'Keresés'),
  ro: phrases('Conectează-te', 'Creează un cont', 'Nume de utilizator sau e-mail', 'Parolă', 'Confirmă parola',
    'Ai uitat parola?', 'Cod de verificare', 'Continuă', 'Caută'),
  hr: phrases('Prijavi se', 'Registriraj se', 'Korisničko ime ili e-mail', 'Lozinka', 'Ponovi lozinku',
    'Zaboravljena lozinka?', 'Kontrolni kod', 'Dalje', 'Traži'),
  sl: phrases('Prijava', 'Ustvari račun', 'Uporabniško ime ali e-pošta', 'Geslo', 'Ponovite geslo',
    'Pozabljeno geslo?', 'Potrditvena koda', 'Naprej', 'Iskanje'),
  tr: phrases('Giriş yap', 'Üye ol', 'Kullanıcı adı veya e-posta', 'Şifre', 'Şifre tekrar',
    'Şifremi unuttum', 'Doğrulama kodu', 'Devam', 'Ara'),
  az: phrases('Daxil ol', 'Qeydiyyat', 'İstifadəçi adı', 'Şifrə', 'Şifrəni təkrarla',
    'Şifrəni unutmusunuz?', 'Təsdiq kodu', 'Davam et', 'Axtar'),
  vi: phrases('Đăng nhập', 'Đăng ký', 'Tên đăng nhập hoặc email', 'Mật khẩu', 'Nhập lại mật khẩu',
    'Quên mật khẩu?', 'Mã xác nhận', 'Tiếp tục', 'Tìm kiếm'),
  id: phrases('Masuk', 'Daftar', 'Nama pengguna atau email', 'Kata sandi', 'Ulangi kata sandi',
    'Lupa kata sandi?', 'Kode verifikasi', 'Lanjut', 'Cari'),
  el: phrases('Σύνδεση', 'Εγγραφή', 'Όνομα χρήστη ή email', 'Κωδικός πρόσβασης', 'Επιβεβαίωση κωδικού',
    'Ξεχάσατε τον κωδικό;', 'Κωδικός επαλήθευσης', 'Συνέχεια', 'Αναζήτηση'),
  ru: phrases('Войти', 'Зарегистрироваться', 'Логин или почта', 'Пароль', 'Повторите пароль',
    'Забыли пароль?', 'Код подтверждения', 'Далее', 'Поиск'),
  uk: phrases('Увійти', 'Зареєструватися', 'Ім’я користувача або пошта', 'Пароль', 'Підтвердьте пароль',
    'Забули пароль?', 'Код підтвердження', 'Далі', 'Пошук'),
  bg: phrases('Вход', 'Регистрация', 'Потребителско име или имейл', 'Парола', 'Повтори паролата',
    'Забравена парола?', 'Код за потвърждение', 'Продължи', 'Търсене'),
  zh: phrases('登录', '注册', '用户名或邮箱', '密码', '确认密码', '忘记密码？', '短信验证码', '下一步', '搜索'),
  ja: phrases('ログイン', '新規登録', 'ユーザー名またはメールアドレス', 'パスワード', 'パスワード（確認）',
    'パスワードをお忘れですか', '認証コード', '次へ', '検索'),
  ko: phrases('로그인', '회원가입', '아이디 또는 이메일', '비밀번호', '비밀번호 확인', '비밀번호 찾기', '인증번호', '다음', '검색'),
  ar: phrases('تسجيل الدخول', 'إنشاء حساب', 'اسم المستخدم أو البريد', 'كلمة المرور', 'تأكيد كلمة المرور',
    'نسيت كلمة المرور؟', 'رمز التحقق', 'التالي', 'بحث'),
  fa: phrases('ورود', 'ثبت نام', 'نام کاربری یا ایمیل', 'رمز عبور', 'تکرار رمز عبور',
    'رمز عبور را فراموش کرده‌اید؟', 'کد تایید', 'ادامه', 'جستجو'),
  he: phrases('התחברות', 'הרשמה', 'שם משתמש או אימייל', 'סיסמה', 'אימות סיסמה', 'שכחת סיסמה?', 'קוד אימות', 'המשך', 'חיפוש'),
  th: phrases('เข้าสู่ระบบ', 'สมัครสมาชิก', 'ชื่อผู้ใช้หรืออีเมล', 'รหัสผ่าน', 'ยืนยันรหัสผ่าน', 'ลืมรหัสผ่าน?', 'รหัสยืนยัน', 'ถัดไป', 'ค้นหา'),
  hi: phrases('लॉग इन करें', 'पंजीकरण करें', 'उपयोगकर्ता नाम', 'पासवर्ड', 'पासवर्ड की पुष्टि करें', 'पासवर्ड भूल गए?', 'सत्यापन कोड', 'आगे', 'खोजें'),
};
