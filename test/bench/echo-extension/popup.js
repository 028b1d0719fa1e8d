// The least that a popup with a worker can do: it asks once and shows the answer.
document.querySelector('p').textContent = await chrome.runtime.sendMessage('are you there?');
document.querySelector('p').role = 'option';
