/**
 * The renderers of reports: pure functions from the model to HTML (by templates in {@code
 * src/main/jte}, which the build makes classes of), Markdown, JUnit's XML and badges; and the
 * command {@code report}, which reads results and writes what is rendered.
 *
 * <p>Data flows {@code model → words, chart → section → renderers}. What results say is put into
 * words once, in {@code words}; what a report shows is a list of {@code section}s, which the page
 * and the summary take from the same place. Sees {@code dev.hubbub.measure} and files, nothing else
 * of the project. Any thread may call the renderers; the command runs on the main thread.
 */
@NullMarked
package dev.hubbub.reports;

import org.jspecify.annotations.NullMarked;
