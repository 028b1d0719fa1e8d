import '@angular/compiler';
import { JsonPipe } from '@angular/common';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';

/** The password counts only once its field has been left. */
class Login {
  form = new FormGroup({
    username: new FormControl('', Validators.required),
    password: new FormControl('', { validators: Validators.required, updateOn: 'blur' }),
  });
}

// Decorators are functions; called as such they need no compiler of their own.
const LoginForm = Component({
  selector: 'login-form',
  imports: [ReactiveFormsModule, JsonPipe],
  template: `
    <form [formGroup]="form">
      <h1>Sign in</h1>
      <input formControlName="username" autocomplete="username">
      <input formControlName="password" type="password" autocomplete="current-password">
      <button [disabled]="form.invalid">Sign in</button>
      <output>{{ form.value | json }}</output>
    </form>`,
})(Login);

bootstrapApplication(LoginForm, { providers: [provideZonelessChangeDetection()] });
