/**
 * Logins in the shape that the software of administrators has: names, ids and words as it has them, markup of ours.
 * `!u`, `!c`, `!n` and `!o` mark the inputs that want the user name, the stored password, a new one, a one-time code.
 */
export const software: Readonly<Record<string, string>> = {
  phpMyAdmin: `<title>phpMyAdmin</title><form method="post" name="login_form"><fieldset><legend>Log in</legend>
    <div><label for="a">Server:</label><input name="pma_servername" id="a" title="You can enter hostname/IP address and port separated by space."></div>
    <div><label for="b">Username:</label><input name="pma_username" id="b" !u></div>
    <div><label for="c">Password:</label><input type="password" name="pma_password" id="c" !c></div></fieldset>
    <input type="submit" value="Go" id="input_go"></form>`,
  Adminer: `<title>Login - Adminer</title><h2>Login</h2><form method="post"><table>
    <tr><th>System<td><select name="auth[driver]"><option>MySQL</select>
    <tr><th>Server<td><input name="auth[server]" value="localhost" title="hostname[:port]" placeholder="localhost">
    <tr><th>Username<td><input name="auth[username]" id="username" autocomplete="username" !u>
    <tr><th>Password<td><input type="password" name="auth[password]" autocomplete="current-password" !c>
    <tr><th>Database<td><input name="auth[db]" value=""></table>
    <p><input type="submit" value="Login"><label><input type="checkbox" name="auth[permanent]">Permanent login</label></form>`,
  Grafana: `<h1>Welcome to Grafana</h1><form><div><label>Email or username<input name="user" placeholder="email or username" id="user" !u></label></div>
    <div><label>Password<input name="password" type="password" placeholder="password" id="current-password" !c></label></div>
    <button type="submit"><span>Log in</span></button><a href="/reset">Forgot your password?</a></form>`,
  GitLab: `<title>Sign in · GitLab</title><h1>GitLab Community Edition</h1><form id="new_user" class="new_user" action="/users/sign_in">
    <label for="user_login">Username or primary email</label><input id="user_login" name="user[login]" autocomplete="username" !u>
    <label for="user_password">Password</label><input type="password" id="user_password" name="user[password]" autocomplete="current-password" !c>
    <a href="/users/password/new">Forgot your password?</a><input type="checkbox" name="user[remember_me]" id="r"><label for="r">Remember me</label>
    <button type="submit"><span>Sign in</span></button><p>Don't have an account yet? <a href="/users/sign_up">Register now</a></p></form>`,
  'GitLab, second factor': `<title>GitLab</title><form action="/users/sign_in" class="js-2fa-form"><label for="o">Enter verification code</label>
    <input id="o" name="user[otp_attempt]" title="This field is required." !o><p>Enter the code from your two-factor authenticator app.
    If you've lost your device, you can enter one of your recovery codes.</p><button>Verify code</button></form>`,
  'GitLab, sign-up': `<form id="new_new_user" action="/users"><div><label for="f">First name</label><input id="f" name="new_user[first_name]"></div>
    <div><label for="l">Last name</label><input id="l" name="new_user[last_name]"></div><div><label for="u">Username</label><input id="u" name="new_user[username]"></div>
    <div><label for="e">Email</label><input type="email" id="e" name="new_user[email]"></div>
    <div><label for="p">Password</label><input type="password" id="p" name="new_user[password]" autocomplete="new-password" !n><p>Minimum length is 8 characters.</p></div>
    <button>Continue</button><p>Already have an account? <a href="/users/sign_in">Sign in</a></p></form>`,
  Keycloak: `<title>Sign in to acme</title><h1>Sign in to your account</h1><form id="kc-form-login" action="/realms/acme/login-actions/authenticate">
    <div><label for="username">Username or email</label><input tabindex="2" id="username" name="username" autofocus autocomplete="username" !u></div>
    <div><label for="password">Password</label><div><input tabindex="3" id="password" name="password" type="password" autocomplete="current-password" !c><button type="button" aria-label="Show password"></button></div></div>
    <label><input type="checkbox" name="rememberMe"> Remember me</label><span><a href="/reset">Forgot Password?</a></span>
    <input name="login" id="kc-login" type="submit" value="Sign In"></form><div>New user? <a href="/registration">Register</a></div>`,
  'Keycloak, code': `<form id="kc-otp-login-form"><label for="otp">One-time code</label><input id="otp" name="otp" autocomplete="one-time-code" autofocus !o>
    <input type="submit" value="Sign In"></form>`,
  'Keycloak, update password': `<h1>Update password</h1><form id="kc-passwd-update-form"><label for="a">New Password</label><input type="password" id="a" name="password-new" autocomplete="new-password" !n>
    <label for="b">Confirm password</label><input type="password" id="b" name="password-confirm" autocomplete="new-password" !n>
    <label><input type="checkbox" name="logout-sessions" checked>Sign out from other devices</label><input type="submit" value="Submit"></form>`,
  'Keycloak, forgot': `<h1>Forgot Your Password?</h1><form id="kc-reset-password-form"><label for="a">Username or email</label><input id="a" name="username">
    <a href="/login">« Back to Login</a><input type="submit" value="Submit"></form><p>Enter your username or email address and we will send you instructions on how to create a new password.</p>`,
  'Authentik, step one': `<title>authentik</title><h1>Welcome to authentik!</h1><form><label for="ident-uid">Email or Username</label>
    <input type="text" name="uidField" id="ident-uid" placeholder="Email or Username" autocomplete="username" autofocus !u><button type="submit">Log in</button></form>
    <a href="/flow/enroll">Sign up.</a> <a href="/recovery">Forgot username or password?</a>`,
  'Authentik, step two': `<h1>Password</h1><form><div>akadmin <a href="/cancel">Not you?</a></div><input name="username" autocomplete="username" type="text" value="akadmin" hidden>
    <label>Password<input type="password" name="password" placeholder="Please enter your password" autocomplete="current-password" autofocus !c></label>
    <button type="submit">Continue</button></form><a href="/recovery">Forgot password?</a>`,
  Jenkins: `<title>Sign in [Jenkins]</title><h1>Sign in to Jenkins</h1><form name="login" action="j_spring_security_check">
    <label>Username<input name="j_username" id="j_username" autocapitalize="off" autocorrect="off" !u></label>
    <label>Password<input type="password" name="j_password" id="j_password" !c></label>
    <label><input type="checkbox" name="remember_me">Keep me signed in</label><button name="Submit" type="submit">Sign in</button></form>`,
  Proxmox: `<title>pve1 - Proxmox Virtual Environment</title><div>Proxmox VE Login</div><div>
    <label>User name:</label><input id="textfield-1-inputEl" name="username" role="textbox" size="1" !u>
    <label>Password:</label><input id="textfield-2-inputEl" type="password" name="password" size="1" !c>
    <label>Realm:</label><input id="pmxRealmComboBox-inputEl" name="realm" role="combobox" size="1" value="Linux PAM standard authentication">
    <label>Language:</label><input name="lang" role="combobox" value="English - English"><label>Save User name:</label><input type="checkbox">
    <a role="button" href="#"><span>Login</span></a></div>`,
  vSphere: `<title>Login</title><form id="loginForm"><h2>VMware vSphere</h2>
    <input id="username" type="text" placeholder="example@domain.local" aria-label="User name" !u>
    <input id="password" type="password" placeholder="Password" aria-label="Password" !c>
    <input type="checkbox" id="sessionID"><label for="sessionID">Use Windows session authentication</label>
    <input id="submit" type="submit" value="LOGIN" disabled></form>`,
  'ESXi host client': `<form name="loginForm"><div><label for="u">User name</label><input id="u" name="username" ng-model="username" !u></div>
    <div><label for="p">Password</label><input id="p" name="password" type="password" !c></div><button id="submit">Log in</button></form>`,
  'Outlook on the web': `<title>Outlook</title><form action="/owa/auth.owa" name="logonForm"><div>Outlook</div>
    <div><div>Domain\\user name:</div><input id="username" name="username" class="signInInputText" role="textbox" !u></div>
    <div><div>Password:</div><input id="password" name="password" type="password" class="signInInputText" !c></div>
    <div><div role="button" tabindex="0" class="signinbutton">sign in</div></div></form>`,
  'Active Directory FS': `<form id="loginForm"><div>Sign in with your organizational account</div>
    <label for="userNameInput" hidden>User Account</label><input id="userNameInput" name="UserName" type="email" placeholder="someone@example.com" autocomplete="off" !u>
    <label for="passwordInput" hidden>Password</label><input id="passwordInput" name="Password" type="password" placeholder="Password" autocomplete="off" !c>
    <div id="kmsiArea"><input type="checkbox" name="Kmsi" id="k"><label for="k">Keep me signed in</label></div><span id="submitButton" role="button" tabindex="4">Sign in</span></form>`,
  'Citrix StoreFront': `<form class="credentialform"><div><label for="username">User name:</label><input id="username" name="username" placeholder="domain\\user or user@domain.com" !u></div>
    <div><label for="password">Password:</label><input type="password" id="password" name="password" autocomplete="off" !c></div>
    <a href="#" role="button" class="button default" id="loginBtn">Log On</a></form>`,
  'NetScaler with a token': `<title>NetScaler AAA</title><h2>Please log on</h2><form name="vpnForm"><div><span>User name</span><input name="login" id="Enter user name" !u></div>
    <div><span>Password</span><input type="password" name="passwd" id="passwd" !c></div>
    <div><span>Passcode</span><input type="password" name="passwd1" id="passwd1" autocomplete="one-time-code" !o></div><input type="submit" value="Log On"></form>`,
  Nextcloud: `<form method="post" name="login"><h2>Log in to Nextcloud</h2><label for="user">Account name or email</label>
    <input id="user" name="user" autocapitalize="none" autocomplete="username" !u><label for="password">Password</label>
    <input id="password" type="password" name="password" autocomplete="current-password" !c><button type="submit">Log in</button>
    <a href="#">Forgot password?</a><a href="#">Log in with a device</a></form>`,
  'Nextcloud, code': `<h2>Two-factor authentication</h2><form class="totp-form"><input type="tel" minlength="6" maxlength="10" name="challenge" placeholder="Authentication code" autocomplete="off" inputmode="numeric" !o>
    <button class="two-factor-submit" type="submit">Submit</button><p>Get the authentication code from the two-factor authentication app on your device.</p></form>`,
  Zabbix: `<title>Zabbix</title><form action="index.php"><ul><li><label for="name">Username</label><input id="name" name="name" maxlength="255" autofocus !u></li>
    <li><label for="password">Password</label><input type="password" id="password" name="password" maxlength="255" autocomplete="off" !c></li>
    <li><input type="checkbox" id="autologin" checked><label for="autologin">Remember me for 30 days</label></li><li><button name="enter" value="Sign in">Sign in</button></li></ul></form>`,
  'OpenWrt LuCI': `<form method="post"><h2>Authorization Required</h2><p>Please enter your username and password.</p>
    <div><label>Username</label><div><input name="luci_username" id="luci_username" value="root" autocomplete="username" !u></div></div>
    <div><label>Password</label><div><input type="password" name="luci_password" id="luci_password" autocomplete="current-password" !c></div></div>
    <button class="btn cbi-button-positive">Log in</button><input type="reset" value="Reset"></form>`,
  pfSense: `<title>pfSense - Login</title><form action="/index.php" class="login"><p class="form-title">Sign In</p><input name="usernamefld" id="usernamefld" placeholder="Username" autocorrect="off" !u>
    <input name="passwordfld" id="passwordfld" type="password" placeholder="Password" !c><button type="submit" name="login">Sign In</button></form>`,
  'AVM FRITZ!Box': `<title>FRITZ!Box</title><h2>Willkommen bei Ihrer FRITZ!Box</h2><form id="mainLogin"><div><p>Bitte melden Sie sich mit Ihrem Kennwort an.</p>
    <label for="p">FRITZ!Box-Kennwort</label><input id="p" type="password" name="pass" autocomplete="current-password" !c></div>
    <button id="submitLoginBtn">Anmelden</button><button type="button">Kennwort vergessen?</button></form>`,
  'TP-Link router': `<div id="pc-login"><h3>Log in with local password</h3><div><input id="pc-login-password" type="password" maxlength="32" !c></div><button id="pc-login-btn">Log In</button><a href="#">Forgot password?</a></div>`,
  'TP-Link, first start': `<div><h2>Create an administrator password</h2><p>For security purposes, create a local password for login before starting the Quick Setup.</p>
    <div>New Password: <input type="password" id="pc-setPwd-new" maxlength="32" !n></div><div>Confirm Password: <input type="password" id="pc-setPwd-confirm" maxlength="32" !n></div><button>Let's Get Started</button></div>`,
  MikroTik: `<title>RouterOS</title><h1>WebFig Login:</h1><form><table><tr><td>Login:<td><input id="name" size="20" !u><tr><td>Password:<td><input id="password" type="password" size="20" !c></table>
    <input type="submit" value="Login"></form>`,
  'Cisco ASA': `<form name="frmLogin"><h2>Login</h2><p>Please enter your username and password.</p><table>
    <tr><td>GROUP:<td><select name="group_list"><option>VPN</select><tr><td>USERNAME:<td><input name="username" !u>
    <tr><td>PASSWORD:<td><input type="password" name="password" !c><tr><td>Second Password:<td><input type="password" name="secondary_password" !c>
    </table><input type="submit" value="Login"></form>`,
  FortiGate: `<title>FortiGate</title><form id="login_form"><div><input id="username" name="username" placeholder="Username" autocomplete="off" !u></div>
    <div><input type="password" id="secretkey" name="secretkey" placeholder="Password" autocomplete="off" !c></div><button id="login_button">Login</button></form>`,
  'Synology DSM': `<form><div>Sign In</div><div class="username-field"><input name="username" type="text" placeholder="Username" autocomplete="username" !u></div>
    <div><input type="checkbox"><label>Stay signed in</label></div><div role="button" tabindex="0" class="login-btn" aria-label="Next">→</div></form>`,
  'Dell iDRAC': `<form name="loginForm"><h3>Integrated Remote Access Controller</h3><p>Type the Username and Password and click Log In.</p>
    <label>Username:</label><input name="username" ng-model="config.username" autocomplete="off" !u><label>Password:</label>
    <input name="password" type="password" autocomplete="off" !c><label>Domain:</label><select><option>This iDRAC</select><button type="submit">Log In</button></form>`,
  'HPE iLO': `<form id="loginForm"><h1>iLO 5</h1><input id="username" name="username" placeholder="Local user name" !u><input id="password" type="password" placeholder="Password" !c>
    <button id="login-form__submit" type="button">Log In</button></form>`,
  'Supermicro IPMI': `<form name="form1"><table><tr><td colspan="2">Please Login<tr><td>Username<td><input name="name" size="20" maxlength="64" !u><tr><td>Password<td><input name="pwd" type="password" size="20" maxlength="64" !c>
    </table><input type="button" value="login"></form>`,
  UniFi: `<h1>UniFi</h1><form><input name="username" placeholder="Username or Email" autocomplete="username" !u><input type="password" name="password" placeholder="Password" autocomplete="current-password" !c>
    <label><input type="checkbox">Remember me</label><button>Sign In</button></form>`,
  Cockpit: `<form id="login"><h1>Log in</h1><label for="u">User name</label><input id="u" name="login-user-input" autocomplete="username" !u>
    <label for="p">Password</label><input type="password" id="p" autocomplete="current-password" !c><details open><summary>Other options</summary>
    <label for="s">Connect to:</label><input id="s" placeholder="host or alias"></details><button id="login-button">Log in</button></form>`,
  Webmin: `<form action="/session_login.cgi"><h3>Webmin</h3><p>You must enter a username and password to login to the server on host-1</p>
    <input name="user" placeholder="Username" autocomplete="off" !u><input name="pass" type="password" placeholder="Password" !c><label><input type="checkbox" name="save">Remember me</label>
    <button type="submit">Sign in</button></form>`,
  cPanel: `<title>cPanel Login</title><form id="login_form"><label for="user">Username</label><input name="user" id="user" autofocus placeholder="Enter your username." !u>
    <label for="pass">Password</label><input name="pass" id="pass" type="password" placeholder="Enter your account password." !c><button name="login" id="login_submit">Log in</button><a href="#">Reset Password</a></form>`,
  Plesk: `<form id="loginSection-form"><h1>Log in to Plesk</h1><div><label>Username</label><div><input name="login_name" id="loginSection-username" !u></div></div>
    <div><label>Password</label><div><input type="password" name="passwd" id="loginSection-password" !c></div></div><select name="locale_id"><option>English</select><button>Log in</button>
    <a href="#">Forgot your password?</a></form>`,
  Roundcube: `<form name="login-form" id="login-form"><table><tr><td><label for="rcmloginuser">Username</label><td><input name="_user" id="rcmloginuser" required autocomplete="on" !u>
    <tr><td><label for="rcmloginpwd">Password</label><td><input name="_pass" id="rcmloginpwd" type="password" required !c></table><button id="rcmloginsubmit">Login</button></form>`,
  Zimbra: `<form name="loginForm"><table><tr><td><label for="username">Username:</label><td><input id="username" name="username" !u><tr><td><label for="password">Password:</label>
    <td><input id="password" name="password" type="password" autocomplete="off" !c><tr><td><td><input type="submit" value="Sign In"><input id="remember" type="checkbox"><label for="remember">Stay signed in</label></table>
    <label for="client">Version:</label><select id="client"><option>Default</select></form>`,
  WordPress: `<form name="loginform" id="loginform" action="/wp-login.php"><p><label for="user_login">Username or Email Address</label><input name="log" id="user_login" autocomplete="username" !u></p>
    <div><label for="user_pass">Password</label><input type="password" name="pwd" id="user_pass" autocomplete="current-password" spellcheck="false" !c><button type="button" aria-label="Show password"></button></div>
    <p><input name="rememberme" type="checkbox" id="r"> <label for="r">Remember Me</label></p><input type="submit" name="wp-submit" value="Log In"></form><p><a href="?action=lostpassword">Lost your password?</a></p>`,
  'WordPress, lost password': `<p>Please enter your username or email address. You will receive an email message with instructions on how to reset your password.</p><form name="lostpasswordform">
    <label for="user_login">Username or Email Address</label><input name="user_login" id="user_login" autocomplete="username"><input type="submit" name="wp-submit" value="Get New Password"></form><a href="#">Log in</a>`,
  'WordPress, reset': `<form name="resetpassform"><input type="hidden" id="user_login"><label for="pass1">New password</label><input type="password" name="pass1" id="pass1" autocomplete="new-password" !n>
    <p>Hint: The password should be at least twelve characters long.</p><button type="button">Generate Password</button><input type="submit" value="Save Password"></form>`,
  Joomla: `<form id="form-login"><div><label for="mod-login-username">Username</label><input name="username" id="mod-login-username" required autofocus !u></div>
    <div><label for="mod-login-password">Password</label><input name="passwd" id="mod-login-password" type="password" !c></div>
    <div><label for="mod-login-secretkey">Two-factor Secret Key</label><input name="secretkey" id="mod-login-secretkey" autocomplete="one-time-code" !o></div><button>Log in</button></form>`,
  Drupal: `<form id="user-login-form"><div><label for="edit-name">Username</label><input autocomplete="username" id="edit-name" name="name" maxlength="60" !u><div>Enter your site username.</div></div>
    <div><label for="edit-pass">Password</label><input autocomplete="current-password" type="password" id="edit-pass" name="pass" maxlength="128" !c></div><input type="submit" id="edit-submit" name="op" value="Log in"></form>`,
  MediaWiki: `<form name="userlogin"><div><label for="wpName1">Username</label><input id="wpName1" name="wpName" placeholder="Enter your username" autocomplete="username" !u></div>
    <div><label for="wpPassword1">Password</label><input id="wpPassword1" name="wpPassword" type="password" placeholder="Enter your password" autocomplete="current-password" !c></div>
    <label><input type="checkbox" name="wpRemember">Keep me logged in (for up to 30 days)</label><button id="wpLoginAttempt">Log in</button><a href="#">Help with logging in</a><a href="#">Forgot your password?</a>
    <div>Don't have an account? <a href="#">Join</a></div></form><form id="searchform"><input name="search" type="search" placeholder="Search the wiki"></form>`,
  Gitea: `<form action="/user/login"><h4>Sign In</h4><div><label for="user_name">Username or Email Address</label><input id="user_name" name="user_name" autofocus required !u></div>
    <div><label for="password">Password</label><a href="/user/forgot_password">Forgot password?</a><input id="password" name="password" type="password" autocomplete="current-password" !c></div>
    <label>Remember This Device</label><input name="remember" type="checkbox"><button>Sign In</button></form>`,
  'Gitea, sign-up': `<form action="/user/sign_up"><h4>Register</h4><div><label for="user_name">Username</label><input id="user_name" name="user_name" required></div><div><label for="email">Email Address</label><input id="email" name="email" type="email"></div>
    <div><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="new-password" !n></div><div><label for="retype">Confirm Password</label><input id="retype" name="retype" type="password" autocomplete="new-password" !n></div><button>Register Account</button></form>`,
  Redmine: `<div id="quick-search"><form><label><a href="/search">Search</a>:</label><input name="q" size="20"></form></div><div id="login-form"><form>
    <label for="username">Login</label><input name="username" id="username" !u><label for="password">Password<a href="/lost">Lost password</a></label><input type="password" name="password" id="password" !c>
    <input type="submit" name="login" value="Login"></form></div>`,
  Jira: `<form id="login-form"><h1>Log in</h1><div><label for="login-form-username">Username</label><input id="login-form-username" name="os_username" !u></div><div><label for="login-form-password">Password</label>
    <input type="password" id="login-form-password" name="os_password" !c></div><label><input type="checkbox" name="os_cookie">Remember my login on this computer</label>Not a member? To request an account, please contact your administrators.
    <input type="submit" value="Log In"><a href="#">Can't access your account?</a></form>`,
  Mattermost: `<h1>Log in to your account</h1><form><input id="input_loginId" name="loginId" placeholder="Email or Username" autocomplete="username" !u>
    <input id="input_password-input" name="password-input" type="password" placeholder="Password" !c><a href="/reset_password">Forgot your password?</a><button id="saveSetting">Log in</button></form><a href="/signup">Don't have an account?</a>`,
  'Rocket.Chat': `<form><h1>Login</h1><label for="x1">Email or username</label><input id="x1" name="usernameOrEmail" placeholder="example@example.com" autocomplete="username" !u><label for="x2">Password</label>
    <input id="x2" name="password" type="password" autocomplete="current-password" !c><button>Login</button><a href="#">Forgot your password?</a><p>New here? <a href="#">Create an account</a></p></form>`,
  Portainer: `<form><h1>Log in to your account</h1><p>Welcome back! Please enter your details</p><label for="u">Username</label><input id="u" name="username" placeholder="Enter your username" !u>
    <label for="p">Password</label><input id="p" name="password" type="password" placeholder="Enter your password" !c><button>Login</button></form>`,
  'Portainer, first start': `<form><p>New Portainer installation. Please create the initial administrator user.</p><label for="u">Username</label><input id="u" value="admin"><label for="p">Password</label><input id="p" type="password" !n>
    <label for="c">Confirm password</label><input id="c" type="password" !n><button>Create user</button></form>`,
  'Home Assistant': `<h1>Welcome home!</h1><ha-form><input name="username" autocomplete="username" placeholder="Username" !u><input name="password" type="password" autocomplete="current-password" placeholder="Password" !c></ha-form>
    <label><input type="checkbox">Keep me logged in</label><button>Log in</button><a href="#">Forgot password?</a>`,
  'Pi-hole': `<form id="loginform"><p>Log in to start your session</p><div><input type="password" id="current-password" class="form-control" autocomplete="current-password" placeholder="Password" !c></div>
    <div><input id="totp" maxlength="6" placeholder="2FA code" inputmode="numeric" !o></div><button>Log in (uses cookie)</button></form>`,
  SonarQube: `<h1>Log in to SonarQube</h1><form><label for="login-input">Login</label><input id="login-input" name="login" maxlength="255" !u><label for="password-input">Password</label><input id="password-input" name="password" type="password" !c><button>Log in</button><a href="/">Go back</a></form>`,
  Nexus: `<div><span>Sign In</span><div><label>Username:</label><input name="username" id="textfield-1177-inputEl" placeholder="Username" !u></div><div><label>Password:</label><input type="password" name="password" id="textfield-1178-inputEl" placeholder="Password" !c></div>
    <a role="button">Sign in</a><a role="button">Cancel</a></div>`,
  'Argo CD': `<form><div><label>Username</label><input name="username" !u></div><div><label>Password</label><input name="password" type="password" !c></div><button>Sign In</button></form>`,
  MinIO: `<h1>Login</h1><form><input id="accessKey" name="accessKey" placeholder="Username" autocomplete="username" !u><input id="secretKey" name="secretKey" type="password" placeholder="Password" autocomplete="current-password" !c><button>Login</button></form>`,
  Kibana: `<h1>Welcome to Elastic</h1><form><label for="u">Username</label><input id="u" name="username" !u><label for="p">Password</label><input id="p" name="password" type="password" autocomplete="off" !c><button>Log in</button></form>`,
  pgAdmin: `<form name="login_user_form"><div><input name="email" placeholder="Email Address / Username" autofocus !u></div><div><input name="password" type="password" placeholder="Password" autocomplete="on" !c></div><button name="internal_button">Login</button><a href="#">Forgotten your password?</a>
    <select name="language"><option>English</select></form>`,
  Vaultwarden: `<h1>Log in</h1><form><label for="e">Email address (required)</label><input id="e" type="email" autocomplete="username" !u><label><input type="checkbox">Remember email</label><button>Continue</button><p>New to Bitwarden? <a href="#">Create account</a></p></form>`,
  'HashiCorp Vault': `<h1>Sign in to Vault</h1><label for="m">Method</label><select id="m"><option>Token</select><form><label for="t">Token</label><input id="t" name="token" type="password" autocomplete="off" !c><button id="auth-submit">Sign In</button></form>`,
  OpenVPN: `<h1>Log In</h1><form><div><label>Username</label><input id="username" name="username" !u></div><div><label>Password</label><input id="password" type="password" name="password" !c></div><button id="go">Sign In</button></form>`,
  'Sophos user portal': `<form><input id="username" name="username" placeholder="Username" maxlength="1024" !u><input id="password" name="password" type="password" placeholder="Password" !c><input name="captcha" placeholder="Enter the characters shown"><button id="loginbutton">Login</button></form>`,
  'SAP logon': `<form name="loginForm"><label id="l1">Client</label><input id="sap-client" name="sap-client" maxlength="3" value="100"><label id="l2" for="sap-user">User</label><input id="sap-user" name="sap-user" maxlength="12" !u>
    <label for="sap-password">Password</label><input id="sap-password" name="sap-password" type="password" maxlength="40" !c><label>Language</label><select><option>EN</select><button>Log On</button><a href="#">Change Password</a></form>`,
  Bitrix24: `<form name="form_auth"><div>Авторизация</div><div>Логин</div><input name="USER_LOGIN" maxlength="255" !u><div>Пароль</div><input type="password" name="USER_PASSWORD" maxlength="255" autocomplete="off" !c>
    <input type="checkbox" id="r" name="USER_REMEMBER"><label for="r">Запомнить меня на этом компьютере</label><input type="submit" name="Login" value="Войти"><a href="#">Забыли свой пароль?</a></form>`,
  '1C web client': `<div id="authWindow"><div>1С:Предприятие. Доступ к информационной базе</div><div><label for="u">Пользователь:</label><input id="u" autocomplete="off" !u></div><div><label for="p">Пароль:</label><input id="p" type="password" autocomplete="off" !c></div><button id="okButton">Войти</button><button>Отмена</button></div>`,
  'Users of pfSense': `<h2>Users</h2><form name="iform" action="system_usermanager.php"><div><span>Username</span><input name="usernamefld" id="usernamefld" autocomplete="new-password"></div><div><span>Password</span><input type="password" name="passwordfld1" autocomplete="new-password" placeholder="Password" !n><input type="password" name="passwordfld2" placeholder="Confirm Password" !n></div>
    <div><span>Full name</span><input name="descr"></div><button>Save</button></form>`,
  'Settings of a mail server': `<h2>SMTP</h2><form><label>Host <input name="smtp_host"></label><label>Port <input name="smtp_port" type="number"></label><label>From <input name="from" type="email"></label><label><input type="checkbox"> Use TLS</label><button>Save</button></form>`,
  'A table of hosts': `<h1>Hosts</h1><form><input name="filter_name" placeholder="Name"><input name="filter_ip" placeholder="IP"><input name="filter_dns" placeholder="DNS"><button>Apply</button><button type="reset">Reset</button></form>
    <form><input name="tag" placeholder="tag"><input name="value" placeholder="value"><button>Add</button></form>`,
};
