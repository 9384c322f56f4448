// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <rules/fieldinput.h>
#include <window/banner.h>
#include <window/caseview.h>
#include <window/intakepage.h>
#include <window/mainwindow.h>
#include <window/statusstrip.h>

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kMostCases = 200;
constexpr qsizetype kLongestClip = 40;

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(digits), [](QChar sign) {
        return sign.isDigit();
    });
    return digits;
}

/// What an earlier case knows of the person, not of the matter.
QJsonObject personOf(const CaseFile &caseFile)
{
    QJsonObject person;
    for (const auto *field : {"complainantName",
                              "gender",
                              "age",
                              "address",
                              "email",
                              "organization",
                              "memberNo",
                              "unitNo",
                              "contactPerson",
                              "contactPhone"}) {
        const auto id = QString::fromLatin1(field);
        const auto value = caseFile.value(id);
        if (!value.isUndefined() && !value.isNull()) {
            person.insert(id, value);
        }
    }
    return person;
}

} // namespace

QString MainWindow::phoneIn(const QString &text)
{
    if (text.size() > kLongestClip) {
        return {};
    }
    const auto phone = normalizedPhone(text.trimmed());
    return !phone.isEmpty() && phoneFindings(phone, QStringLiteral("phone")).isEmpty() ? phone
                                                                                       : QString();
}

std::optional<MainWindow::Call> MainWindow::callFrom(const QString &phone) const
{
    Call call;
    call.phone = normalizedPhone(phone);
    const auto digits = digitsOf(call.phone);
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    CaseFilter filter;
    filter.phone = digits;
    filter.sort = CaseSort::Received;
    filter.descending = true;
    if (const auto page = m_shell.desk.reader().page(filter, {}, kMostCases)) {
        for (const auto &row : page->rows) {
            // The tail of a longer number is another caller.
            if (digitsOf(row.phone) != digits) {
                continue;
            }
            ++call.cases;
            if (!call.latest) {
                call.latest = row;
            }
            if (!isClosing(row.stage)) {
                ++call.open;
                if (!call.latestOpen) {
                    call.latestOpen = row;
                }
            }
        }
    }
    return call;
}

void MainWindow::announceCall(const QString &number)
{
    const auto call = callFrom(number);
    if (!call) {
        m_strip->say(tr("“%1” is no phone number.").arg(number.left(40)));
        return;
    }
    m_call = call;
    QStringList words = {tr("Incoming call %1").arg(maskedPhone(call->phone))};
    if (call->latest) {
        const auto name = call->latest->complainantName;
        words.append(tr("%1 / known caller, %n case(s)", nullptr, call->cases)
                         .arg(name.isEmpty() ? tr("no name") : name));
        words.append(call->open > 0 ? tr("%n under way", nullptr, call->open)
                                    : tr("nothing under way"));
    } else {
        words.append(tr("new caller"));
    }
    m_callBanner->say(words.join(QStringLiteral("  /  ")), Severity::Hint);
    if (call->latestOpen) {
        m_callBanner->offer(
            tr("Add to %1  Shift+F4").arg(call->latestOpen->caseNo.section(QLatin1Char('-'), -1)),
            [this] { appendCall(); });
    }
    m_callBanner->offer(tr("New case  F4"), [this] { takeCall(); });
    m_callBanner->offer(tr("Later  Esc"), [this] { endCall(); });
}

std::optional<MainWindow::Call> MainWindow::presentCall()
{
    if (m_call) {
        return callFrom(m_call->phone); // cases may have come or closed since it was announced
    }
    const auto phone = phoneIn(QApplication::clipboard()->text());
    if (phone.isEmpty()) {
        m_strip->say(tr("No call is announced and the clipboard holds no phone number."));
        return std::nullopt;
    }
    return callFrom(phone);
}

void MainWindow::takeCall()
{
    const auto call = presentCall();
    if (!call) {
        return;
    }
    endCall();
    QJsonObject person;
    if (call->latest) {
        if (const auto caseFile = m_shell.desk.reader().caseFile(call->latest->id)) {
            person = personOf(*caseFile);
        }
    }
    auto *form = openIntake()->form();
    for (const auto &field : person.keys()) {
        if (!form->grid()->cell(field)) {
            person.remove(field); // this form does not ask for it
        }
    }
    form->takeCaller(call->phone, person);
    if (form->grid()->cell(QStringLiteral("complainantName")) &&
        !form->grid()->cell(QStringLiteral("complainantName"))->isBlank()) {
        form->focusStory();
    }
}

void MainWindow::appendCall()
{
    const auto call = presentCall();
    if (!call) {
        return;
    }
    if (!call->latestOpen) {
        m_strip->say(tr("This caller has no open case; F4 begins a new one."));
        return;
    }
    endCall();
    openCase(call->latestOpen->id);
    if (auto *page = qobject_cast<CaseView *>(currentPage())) {
        page->beginCallNote();
    }
}

void MainWindow::endCall()
{
    m_call.reset();
    m_callBanner->dismiss();
}

} // namespace huiyin
